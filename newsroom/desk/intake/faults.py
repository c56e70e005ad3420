"""What is wrong in a file, each fault with its place."""

from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Fault:
    """`place` reads `file.json: records[3] event/round-2: participations[1].role`."""

    place: str
    text: str

    def __str__(self):
        return f"{self.place}: {self.text}"


class ImportRefused(Exception):
    """Raised with every fault found; nothing was written."""

    def __init__(self, faults: list[Fault]):
        self.faults = faults
        super().__init__("\n".join(str(fault) for fault in faults))


@dataclass
class Faults:
    found: list[Fault] = field(default_factory=list)

    def add(self, place: str, text) -> None:
        self.found.append(Fault(place, str(text)))

    def raise_if_any(self) -> None:
        if self.found:
            raise ImportRefused(self.found)


NOT_AN_OBJECT = _("an object in braces is expected here")
NOT_A_LIST = _("a list in square brackets is expected here")
NOT_TEXT = _("text in quotation marks is expected here")
