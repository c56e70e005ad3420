"""The sheets of the desk: for each, the columns and what they hold, read off the shapes of the interchange format."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from newsroom.desk.intake.shape import FieldShape, PartShape, Shape, kinds, shape_of
from relations.values.languages import LANGUAGES

VERSION_COLUMN = "row_version"


@dataclass(frozen=True)
class Column:
    """`shape` is None for keys and the row version; `language` is set where the column holds one language."""

    name: str
    shape: FieldShape | None = None
    language: str = ""
    of_part: bool = False


@dataclass(frozen=True)
class Sheet:
    """A table of one kind, a row each; with `part`, a row for each of those parts of the record named in the first column.

    `natural` names the fields by which a part is known where its key is not given.
    """

    name: str
    label: Promise
    kind: str
    key: str = "key"
    part: str = ""
    part_key: str = ""
    natural: tuple[str, ...] = ()
    own_fields: bool = True

    @property
    def model(self) -> type:
        return kinds()[self.kind]

    @property
    def shape(self) -> Shape:
        return shape_of(self.model)

    @property
    def part_shape(self) -> PartShape | None:
        return self.shape.part(self.part) if self.part else None

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        own = [Column(self.key), Column(VERSION_COLUMN), *(columns_of(self.shape) if self.own_fields else ())]
        if not self.part:
            return tuple(own)
        return (*own, Column(self.part_key, of_part=True), *columns_of(shape_of(self.part_shape.model), of_part=True))


def columns_of(shape: Shape, *, of_part: bool = False):
    for field in shape.fields:
        if field.how == "translated":
            yield from (Column(f"{field.name}_{language}", field, language, of_part) for language in LANGUAGES)
        else:
            yield Column(field.name, field, of_part=of_part)


SHEETS = {
    sheet.name: sheet
    for sheet in (
        Sheet("actors", _("Actors"), "actor"),
        Sheet("posts", _("Posts with their titles"), "post", part="titles", part_key="title_key", natural=("valid",)),
        Sheet("events", _("Events"), "event"),
        Sheet(
            "participants",
            _("Participants of events"),
            "event",
            key="event",
            part="participations",
            part_key="key",
            natural=("person", "post", "actor", "role", "side"),
            own_fields=False,
        ),
        Sheet("agreements", _("Agreements"), "agreement"),
        Sheet(
            "parties",
            _("Parties to agreements"),
            "agreement",
            key="agreement",
            part="parties",
            part_key="key",
            natural=("actor",),
            own_fields=False,
        ),
        Sheet(
            "acts",
            _("Acts of agreements"),
            "agreement",
            key="agreement",
            part="acts",
            part_key="key",
            natural=("stage", "party", "date"),
            own_fields=False,
        ),
        Sheet(
            "figures",
            _("Figures of dossiers"),
            "dossier",
            key="dossier",
            part="observations",
            part_key="key",
            natural=("indicator", "reporter", "partner", "period", "as_of"),
            own_fields=False,
        ),
    )
}
