"""Facts in words: how well a date is known, how long a post was held, how far an agreement has come."""

from django import template
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from newsroom.public.dossier.timeline import id_of
from newsroom.public.pages.meeting import appearances
from relations.values.fuzzy import FuzzyDate
from relations.values.numbers import number_label
from relations.values.vocabularies import ActStage, Doubt, Precision

register = template.Library()

KNOWN = {
    Precision.DAY: gettext_lazy("known to the day"),
    Precision.MONTH: gettext_lazy("known to the month only"),
    Precision.YEAR: gettext_lazy("known to the year only"),
    Precision.OPEN: gettext_lazy("only one end of the period is known"),
}
ONE_OF = gettext_lazy("one day within this span, it is not known which")
ALL_OF = gettext_lazy("the whole span")
DOUBTS = {
    Doubt.UNCERTAIN: gettext_lazy("the source is not sure"),
    Doubt.APPROXIMATE: gettext_lazy("approximately"),
    Doubt.BOTH: gettext_lazy("the source is not sure, and approximately"),
}
# Stages that readers ask about though nobody tells of them.
AWAITED = (ActStage.SIGNED, ActStage.RATIFIED, ActStage.IN_FORCE)
# Whoever has approved, accepted or acceded has no need to ratify.
INSTEAD = {ActStage.RATIFIED: {ActStage.APPROVED, ActStage.ACCEPTED, ActStage.ACCEDED}}
STAGES = ActStage.values


@register.filter
def certainty(date: dict | None) -> str:
    """How well a date is known; nothing where that is beyond doubt and to the day."""
    if not date:
        return ""
    known = FuzzyDate.parse(date["edtf"])
    words = [] if known.is_certain else [precision(known)]
    return _(", ").join(str(one) for one in (*words, DOUBTS.get(known.doubt)) if one)


def precision(date: FuzzyDate):
    if date.precision != Precision.RANGE:
        return KNOWN[date.precision]
    return ONE_OF if date.is_one_of else ALL_OF


@register.filter
def year_of(date: dict) -> str:
    """The year under which lists have it: the first it may be in, or the last where it may be any before."""
    return (date["start"] or date["end"])[:4]


@register.filter
def appearing(events: list[dict], uid: str) -> list[dict]:
    """Events with what somebody was there."""
    return appearances(uid, events)


@register.filter
def lasted(held: dict) -> str:
    """A tenure in words, as the drawing of it shows: from when, until when, attested when."""
    parts = []
    if held["start"]:
        parts.append(f"{_('From')} {held['start']['label']}")
    if held["end"]:
        parts.append(f"{_('To')} {held['end']['label']}")
    if held["attested"]:
        parts.append(f"{_('Attested')} {_('; ').join(date['label'] for date in held['attested'])}")
    return _("; ").join(parts) or _("not known")


@register.filter
def lifecycle(agreement: dict) -> dict:
    """
    Acts by stage and party: `parties` are the columns, each of `rows` a stage with a cell for each of them.

    Its `joint` are acts of all parties together, and those of a party that is not public; `is_known` is false for a stage
    that readers ask about though no source tells of it.
    """
    parties = list({card["id"]: card for one in agreement["parties"] if (card := one["actor"])}.values())
    stages = sorted({act["stage"] for act in agreement["lifecycle"]}, key=rank)
    shown = sorted({*stages, *awaited(stages)}, key=rank)
    return {"parties": parties, "rows": [stage_row(stage, parties, agreement["lifecycle"]) for stage in shown]}


def rank(stage: str) -> int:
    """A stage that this code does not know yet comes last."""
    return STAGES.index(stage) if stage in STAGES else len(STAGES)


def awaited(stages: list[str]) -> list[str]:
    """None that comes before something already reached is asked about, but the signature."""
    furthest = max(map(rank, stages), default=-1)
    return [
        str(stage)
        for stage in AWAITED
        if not INSTEAD.get(stage, set()) & set(stages) and (stage == ActStage.SIGNED or rank(stage) > furthest)
    ]


def stage_row(stage: str, parties: list[dict], acts: list[dict]) -> dict:
    here = [act for act in acts if act["stage"] == stage]
    named = {card["id"] for card in parties}
    return {
        "stage": stage,
        "is_known": bool(here),
        "joint": [act for act in here if id_of(act["party"]) not in named],
        "cells": [[act for act in here if id_of(act["party"]) == card["id"]] for card in parties],
    }


@register.filter
def position(place: dict) -> str:
    """Coordinates as sailors say them, to a hundredth of a degree."""
    if not place["latitude"] or not place["longitude"]:
        return ""
    latitude, longitude = float(place["latitude"]), float(place["longitude"])
    north = _("%(degrees)s° N") if latitude >= 0 else _("%(degrees)s° S")
    east = _("%(degrees)s° E") if longitude >= 0 else _("%(degrees)s° W")
    return _(", ").join((north % {"degrees": degrees(latitude)}, east % {"degrees": degrees(longitude)}))


def degrees(value: float) -> str:
    return number_label(f"{abs(value):.2f}", get_language())
