"""The moves as buttons: what each is called, what it does, and what a person is asked before it."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

DESK, PUBLIC = "desk", "public"


@dataclass(frozen=True)
class Press:
    """`reason`: none, one that the desk keeps, or one that readers see. `digests`: the text looked at is named."""

    verb: str
    label: Promise
    told: Promise
    reason: str = ""
    # Composes the text anew, so that checks and words are those of the working row.
    freezes: bool = False
    checks: tuple[str, ...] = ()
    digests: bool = False
    moment: bool = False
    pending: bool = False
    # What readers will get is shown.
    shows: bool = False
    # Of records in all their languages, not of single texts.
    of_records: bool = False
    # Told in red: it takes something away.
    takes_away: bool = False


PRESSES = {
    press.verb: press
    for press in (
        Press(
            "submit",
            _("Submit for review"),
            _("The text is put before a reviewer as it is now. Whoever submits it cannot approve it."),
            freezes=True,
            checks=("error", "warning"),
            digests=True,
        ),
        Press(
            "approve",
            pgettext_lazy("move", "Approve"),
            _("The text may be published exactly as you see it here. A change takes the approval away."),
            digests=True,
            shows=True,
        ),
        Press(
            "send_back",
            pgettext_lazy("move", "Send back"),
            _("The text becomes a draft again, with your reason."),
            reason=DESK,
        ),
        Press(
            "publish",
            pgettext_lazy("move", "Publish"),
            _("What you see here becomes public, on pages and for partners at the same moment."),
            checks=("error",),
            digests=True,
            moment=True,
            pending=True,
            shows=True,
        ),
        Press(
            "correct",
            _("Publish as a correction"),
            _("What you see here takes the place of what is public, with a dated note that readers see."),
            reason=PUBLIC,
            checks=("error",),
            digests=True,
            moment=True,
            pending=True,
            shows=True,
        ),
        Press(
            "publish_urgently",
            _("Publish urgently, before approval"),
            _("The text becomes public at once without an approval, and waits for somebody else's second look."),
            reason=DESK,
            freezes=True,
            checks=("error",),
            digests=True,
            pending=True,
            shows=True,
        ),
        Press(
            "approve_afterwards",
            _("Approve afterwards"),
            _("The second look at what went out urgently, by somebody who neither wrote nor published it."),
            shows=True,
        ),
        Press(
            "check_translation",
            _("Translation checked, no change needed"),
            _("You have read the changed source and this translation still says the same."),
        ),
        Press(
            "reschedule",
            _("Move to another moment"),
            _("What waits becomes public at another moment. Its words stay as they were approved."),
            moment=True,
        ),
        Press(
            "cancel",
            _("Cancel the publication"),
            _("What waits does not become public. What is public now stays as it is."),
            takes_away=True,
        ),
        Press(
            "withdraw",
            pgettext_lazy("move", "Withdraw"),
            _(
                "The record is taken back in every language. Its address answers that it was withdrawn, with your reason. "
                "Whatever waits to be published is cancelled."
            ),
            reason=PUBLIC,
            moment=True,
            of_records=True,
            takes_away=True,
        ),
        Press(
            "spike",
            pgettext_lazy("move", "Spike"),
            _("The text is put aside with your reason. It can be revived."),
            reason=DESK,
            takes_away=True,
        ),
        Press(
            "revive",
            pgettext_lazy("move", "Revive"),
            _("The text becomes a draft again."),
        ),
        Press(
            "erase",
            pgettext_lazy("move", "Erase"),
            _(
                "The record is taken back in every language and its words are blanked wherever they are kept: editions, "
                "working text, history, notes. This cannot be undone."
            ),
            reason=PUBLIC,
            of_records=True,
            takes_away=True,
        ),
    )
}
