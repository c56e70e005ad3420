"""By what the board can be narrowed down."""

from collections import defaultdict
from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Concat, Trim
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from newsroom.desk.board.asked import CONDITIONS, Asked
from newsroom.desk.board.kinds import reviewed_kinds
from newsroom.desk.models import Version
from relations.values.languages import NATIVE_NAMES
from relations.values.transliteration import sort_name
from relations.values.vocabularies import ActorType, RecordKind

MOST = 500


@dataclass(frozen=True)
class Choice:
    """A filter: `options` are values with their labels, `none` the label of not choosing."""

    name: str
    label: str
    none: str
    options: list[tuple]
    chosen: object = ""


def choices_of(asked: Asked) -> list[Choice]:
    named = named_rows()
    return [
        Choice("kind", _("Kind"), _("Every kind"), reviewed_kinds(), asked.kind),
        Choice("language", _("Language"), _("Every language"), list(NATIVE_NAMES.items()), asked.language),
        Choice("condition", _("Stage"), _("Every stage"), list(CONDITIONS), asked.condition),
        Choice("person", _("Colleague"), _("Everybody"), named["person"], asked.person),
        Choice("country", _("Country"), _("Every country"), named["country"], asked.country),
        Choice("topic", _("Topic"), _("Every topic"), named["topic"], asked.topic),
    ]


def named_rows() -> dict[str, list[tuple]]:
    """People, countries and topics, in one query, in the order of their names."""
    found = defaultdict(list)
    for name, pk, label in people().union(part("country", countries()), part("topic", topics()), all=True).order_by():
        found[name].append((pk, label))
    for pairs in found.values():
        pairs.sort(key=lambda pair: (sort_name(pair[1], get_language()), pair[0]))
    return found


def people():
    users = get_user_model().objects.filter(is_active=True, is_staff=True)
    full = Trim(Concat("first_name", Value(" "), "last_name"))
    label = Case(When(Q(first_name="") & Q(last_name=""), then=F("username")), default=full)
    return users.values_list(Value("person"), "pk", label)


def countries():
    return Version.objects.filter(record__kind=RecordKind.ACTOR, record__as_actor__type=ActorType.COUNTRY)


def topics():
    return Version.objects.filter(record__kind=RecordKind.TOPIC)


def part(name: str, texts):
    named = texts.filter(language=get_language()).exclude(title="").order_by("title", "pk")
    first = Version.objects.filter(pk__in=named.values("pk")[:MOST]).order_by()
    return first.values_list(Value(name), "record", "title")
