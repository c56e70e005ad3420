"""Everything that is shown before a press: the texts, what is in the way, what was found, what will be public."""

import datetime as dt
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.desk.checks import ERROR, Message, check_row
from newsroom.desk.editing import change_url, field_label
from newsroom.desk.models import Version
from newsroom.desk.moving.candidates import Candidate, candidates, contents
from newsroom.desk.moving.labels import field_url
from newsroom.desk.moving.offers import WhyNot, applies
from newsroom.desk.moving.presses import PRESSES, Press
from newsroom.desk.moving.states import TextState, states_of
from newsroom.desk.workflow.texts import working_rows
from relations.models import Record


@dataclass(frozen=True)
class Finding:
    """One thing that a check says, and where."""

    message: Message
    state: TextState
    label: str
    url: str


@dataclass
class Looked:
    """One text before the move."""

    state: TextState
    why_not: str = ""
    errors: list[Finding] = field(default_factory=list)
    warnings: list[Finding] = field(default_factory=list)
    candidate: Candidate | None = None
    url: str = ""

    @property
    def digest(self) -> str:
        return self.candidate.digest if self.candidate else self.state.version.digest


@dataclass
class Confirmation:
    press: Press
    texts: list[Looked]

    @property
    def blocked(self) -> list[Looked]:
        return [text for text in self.texts if text.why_not or text.errors]

    @property
    def errors(self) -> list[Finding]:
        return [finding for text in self.texts for finding in text.errors]

    @property
    def warnings(self) -> dict[str, list[Finding]]:
        """By code, since it is by its code that a warning is acknowledged."""
        found: dict[str, list[Finding]] = {}
        for text in self.texts:
            for finding in text.warnings:
                found.setdefault(finding.message.code, []).append(finding)
        return found

    @property
    def pending(self) -> list[TextState]:
        """Texts of which another publication waits, so that somebody must say what becomes of it."""
        return [text.state for text in self.texts if text.state.waiting] if self.press.pending else []

    @property
    def languages(self) -> list[str]:
        return sorted({text.state.language for text in self.texts})

    @property
    def told_in(self) -> list[str]:
        """The languages in which readers are told why. A record is taken back in all it has; erasing tells again."""
        if not self.press.of_records:
            return self.languages
        found = {one for text in self.texts for one in text.state.read_in}
        if self.press.verb == "erase":
            found |= {one for text in self.texts for one in text.state.gone_in}
        return sorted(found) or self.languages

    @property
    def records(self) -> list[Record]:
        return list({text.state.version.record_id: text.state.version.record for text in self.texts}.values())

    @property
    def missing(self) -> list:
        found = {ref.uid: ref for text in self.texts if text.candidate for ref in text.candidate.missing}
        return list(found.values())


def chosen(pks: list[int]) -> list[Version]:
    """The texts asked for, those that exist, in the order of their records."""
    return list(
        Version.objects.filter(pk__in=pks)
        .select_related("record__as_actor", "submitted_by")
        .order_by("record__kind", "record__key", "language")
    )


def confirm(verb: str, versions: list[Version], by, *, at: dt.datetime | None = None) -> Confirmation:
    """What somebody looks at before this move. Nothing is written."""
    press = PRESSES[verb]
    states = states_of(versions)
    rows = working_rows(versions) if press.freezes or press.checks else {}
    why_not = WhyNot(by, rows)
    texts = [Looked(state, obstacle(verb, state, why_not), url=change_url(state.version.record)) for state in states]
    if press.checks:
        for text in texts:
            check(text, rows[text.state.version.record_id], press)
    if press.digests or press.shows:
        found = {
            one.state.version.pk: one for one in candidates(states, contents(states, rows, freezes=press.freezes), at)
        }
        for text in texts:
            text.candidate = found.get(text.state.version.pk)
    return Confirmation(press, texts)


def obstacle(verb: str, state: TextState, why_not: WhyNot) -> str:
    if applies(verb, state):
        return why_not(verb, state)
    stage = {"stage": state.version.get_stage_display()}
    if verb == "correct" and state.is_approved:
        return _("Nothing of it is public yet, so there is nothing to correct. Publish it.")
    return str(NOT_SO.get(verb) or _("At the stage “%(stage)s” this move does not start.") % stage)


# Of moves that start elsewhere than at a stage.
NOT_SO = {
    "approve_afterwards": gettext_lazy("It does not wait for a second look."),
    "check_translation": gettext_lazy("It is not behind its source."),
    "cancel": gettext_lazy("Nothing of it waits to be published."),
    "reschedule": gettext_lazy("Nothing of it waits to be published."),
    "withdraw": gettext_lazy("Nothing of the record is public."),
    "erase": gettext_lazy("Its words are erased already."),
}


def check(text: Looked, row: Record, press: Press) -> None:
    version = text.state.version
    for message in check_row(row, version.language):
        finding = Finding(
            message, text.state, field_label(type(row), message.field), field_url(version, row, message.field)
        )
        if message.level == ERROR:
            text.errors.append(finding)
        elif message.level in press.checks:
            text.warnings.append(finding)
