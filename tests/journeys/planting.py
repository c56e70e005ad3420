"""Records of every kind whose every text field holds a word of its own, so that a leak says where it came from."""

from itertools import count

from django.apps import apps
from django.db import IntegrityError, models, transaction

from newsroom.desk import workflow
from newsroom.desk.compose import COMPOSERS, load_all
from newsroom.desk.erasure import CODES, rows
from newsroom.desk.items import item_of
from newsroom.desk.models import Version
from newsroom.desk.publish import door
from newsroom.desk.saving import saving_many
from relations.fields import DerivedField, FuzzyDateField
from relations.models import Actor, Identifier, Part, Picture, Record
from tests.factories import desk, relations

MODELS = tuple(model for model in apps.get_models() if issubclass(model, Record | Part) and model is not Record)
MAKERS = (
    relations.MediaFactory,
    relations.JointBodyFactory,
    relations.ActorNameFactory,
    relations.MembershipFactory,
    relations.PlaceFactory,
    relations.TopicFactory,
    relations.PostTitleFactory,
    relations.AttestationFactory,
    relations.CapacityFactory,
    relations.SeriesFactory,
    relations.PictureFactory,
    relations.ParticipationFactory,
    relations.AgreementPartyFactory,
    relations.SignatureFactory,
    relations.CitationFactory,
    relations.ClaimFactory,
    relations.DisputeFactory,
    relations.QuoteFactory,
    desk.BylineFactory,
    desk.ArticleActorFactory,
)
# Rows of a set refer to the set's own country where a country is meant, and to its person where a person is.
COUNTRIES = {"country", "side", "host_country", "visiting_country", "party", "reporter", "partner", "accredited_to"}
PERSONS = {"person", "speaker"}
# The shortest column that a word fits into.
SHORTEST = 10


class Planter:
    """`where` tells for each word which field of which set holds it."""

    def __init__(self):
        self.numbers, self.where = count(1), {}

    def word(self, mark: str, label: str) -> str:
        word = f"qz{mark}{next(self.numbers):05d}"
        self.where[word] = label
        return word

    def plant(self, found: list[models.Model], mark: str) -> None:
        for row in found:
            model = type(row)
            words = {
                field.name: value(field, self.word(mark, f"{model.__name__}.{field.name}"))
                for field in model._meta.local_fields
                if holds_words(field)
            }
            rows(model).filter(pk=row.pk).update(**words)

    def planted(self, mark: str) -> dict[str, str]:
        return {word: label for word, label in self.where.items() if word.startswith(f"qz{mark}")}


def holds_words(field: models.Field) -> bool:
    if (
        field.choices
        or field.name in CODES | {"sha256", "renditions"}
        or isinstance(field, DerivedField | FuzzyDateField)
    ):
        return False
    if not isinstance(field, models.CharField | models.TextField | models.JSONField):
        return False
    return not field.max_length or field.max_length >= SHORTEST


def value(field: models.Field, word: str):
    if isinstance(field, models.URLField):
        return f"https://{word}.example/"
    return [word] if isinstance(field, models.JSONField) else word


def grow(codes: tuple[str, str]) -> dict[type, list]:
    """A set: at least one row of every model of facts and desk."""
    before = {model: set(model.objects.values_list("pk", flat=True)) for model in MODELS}
    dossier = relations.DossierFactory(country_a__iso3=codes[0], country_b__iso3=codes[1])
    relations.ObservationFactory(dossier=dossier)
    Identifier.objects.create(actor=dossier.country_a, scheme="wikidata", value=codes[0])
    for maker in MAKERS:
        maker()
    # As they were made: names are in another order where their numbers grow by a digit.
    found = {model: list(model.objects.exclude(pk__in=before[model]).order_by("pk")) for model in MODELS}
    assert [model for model, made in found.items() if not made] == []
    return found


def every(found: dict[type, list]) -> list[models.Model]:
    return [row for made in found.values() for row in made]


def records(found: dict[type, list]) -> list[Record]:
    return [row for row in every(found) if isinstance(row, Record)]


def link(found: dict[type, list], *targets: dict[type, list]) -> None:
    """Point every link of a set that may point there at the records of other sets, or of its own.

    But for pictures of others: one has no edition of its own, and is published with whatever shows it.
    """
    for row in every(found):
        for field in type(row)._meta.get_fields():
            if field.related_model is Picture and found not in targets:
                continue
            aims = [aim for target in targets for aim in aims_of(field, target) if aim.pk != row.pk]
            if not aims or field.auto_created or getattr(field, "primary_key", False) or is_owner(row, field):
                continue
            if field.many_to_many:
                getattr(row, field.name).add(*aims)
            else:
                point(row, field, aims[0])


def aims_of(field, target: dict[type, list]) -> list[Record]:
    aimed = field.related_model if field.is_relation else None
    if aimed is Record:
        return [target[model][0] for model in target if issubclass(model, Record)]
    if not (isinstance(aimed, type) and issubclass(aimed, Record)):
        return []
    kind = "country" if field.name in COUNTRIES else "person" if field.name in PERSONS else None
    return [row for row in target.get(aimed, ()) if aimed is not Actor or row.type == kind or kind is None][:3]


def is_owner(row, field) -> bool:
    return isinstance(row, Part) and field.name == row.OWNER


def point(row, field, aim) -> None:
    """What the database does not allow stays as it is."""
    try:
        with transaction.atomic():
            rows(type(row)).filter(pk=row.pk).update(**{field.attname: aim.pk})
    except IntegrityError:
        pass


def compose_all(found: dict[type, list]) -> list[Version]:
    """Candidates of every language of every record, past the checks that nonsense would not pass."""
    composed = [record for record in records(found) if record.kind in COMPOSERS]
    with saving_many(references=False) as saves:
        for record in composed:
            saves.add(record)
    versions = list(Version.objects.filter(record__in=composed).select_related("record"))
    workflow.freeze(versions, {row.pk: row for row in load_all(composed)}, None)
    Version.objects.bulk_update(versions, ("candidate", "digest", "slug"))
    return versions


def put_out(found: dict[type, list], *, at=None, note: str = "") -> None:
    versions = compose_all(found)
    with door() as held:
        held.insert_many([item_of(one.record, one, bytes(one.candidate)) for one in versions], at=at, note=note)


def take_back(found: dict[type, list]) -> None:
    public = [record.uid for record in records(found) if record.versions.exclude(slug="").exists()]
    with door() as held:
        held.withdraw(*public, reason="Taken back.")
