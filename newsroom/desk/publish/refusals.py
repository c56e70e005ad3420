"""Why the door stays shut. Each message says what is in the way and what can be done."""

import datetime as dt

from django.utils.translation import gettext_lazy as _


class PublicationRefused(Exception):
    """The base of all refusals. `facts` are the words of its message, which is put together when it is shown."""

    message = _("This cannot be published.")

    def __init__(self, **facts):
        self.facts = {name: shown(fact) for name, fact in facts.items()}
        super().__init__(self.facts)

    def __str__(self):
        return str(self.message) % self.facts


def shown(fact):
    return f"{fact.astimezone(dt.UTC):%Y-%m-%d %H:%M:%S} UTC" if isinstance(fact, dt.datetime) else fact


class PendingEdition(PublicationRefused):
    message = _(
        "“%(title)s” (%(language)s) already has a publication waiting for %(moment)s. "
        "Say whether that one is to be kept after this one, or cancelled."
    )


class SameMoment(PublicationRefused):
    message = _(
        "“%(title)s” (%(language)s) already changes at this very moment, %(moment)s. Choose another, or cancel that first."
    )


class SlugTaken(PublicationRefused):
    message = _("The address “%(slug)s” (%(language)s) belongs to another record for good. Choose another.")


class NoteMissing(PublicationRefused):
    message = _("A correction needs a note that tells readers what was wrong.")


class ReasonMissing(PublicationRefused):
    message = _("Give a reason; readers see it in place of the text.")


class NothingPublished(PublicationRefused):
    message = _("Nothing of %(uid)s is public then (%(language)s). A publication that still waits can be cancelled.")


class AlreadyWithdrawn(PublicationRefused):
    message = _("%(uid)s is already withdrawn (%(language)s).")


class NotPending(PublicationRefused):
    message = _(
        "This publication no longer waits: it has become public or was cancelled. What is public can be corrected or withdrawn."
    )
