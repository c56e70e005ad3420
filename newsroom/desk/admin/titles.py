"""What the records that a form names are called: asked for once, for the whole page."""

from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from newsroom.desk.admin.widgets import CLAIM, PickerMixin
from newsroom.desk.fields import tr
from newsroom.desk.findable import titles_of
from newsroom.public.pages.fields import name_of
from relations.models import Claim
from relations.values.languages import LANGUAGES

CLAIM_LENGTH = 120

# What a claim may be about beside the fields that readers see.
ASPECTS = {
    "statement": pgettext_lazy("what a claim is about", "statement"),
    "identity": pgettext_lazy("what a claim is about", "identity"),
    "participations": _("participants"),
    "place": _("place"),
    "signatures": _("signatures"),
}


class Titles:
    def __init__(self):
        self.known: dict[tuple[bool, str], str] = {}

    def of(self, kinds, pk) -> str:
        """The title of a record or claim; what is neither is shown as it was typed."""
        if (kinds == [CLAIM], str(pk)) not in self.known:
            self.load(**{"claims" if kinds == [CLAIM] else "records": [pk]})
        return self.known.get((kinds == [CLAIM], str(pk)), str(pk))

    def knows(self, pk) -> bool:
        return (False, str(pk)) in self.known

    def load(self, *, records=(), claims=()) -> None:
        language = get_language()
        if records := numbers(records):
            self.keep(False, {pk: found.title for pk, found in titles_of(records, language).items()})
        if claims := numbers(claims):
            rows = Claim.objects.filter(pk__in=claims).select_related("record")
            self.keep(True, {claim.pk: claim_title(claim, language) for claim in rows})

    def keep(self, is_claim: bool, titles: dict[int, str]) -> None:
        self.known |= {(is_claim, str(pk)): title for pk, title in titles.items()}

    def load_for(self, forms, also=()) -> None:
        """All that the pickers of these forms hold."""
        chosen = {True: set(), False: set(also)}
        for bound in (form[name] for form in forms for name in form.fields):
            picker = getattr(bound.field.widget, "widget", bound.field.widget)
            if isinstance(picker, PickerMixin):
                chosen[picker.kinds == [CLAIM]] |= set(as_list(bound.field.prepare_value(bound.value())))
        self.load(records=chosen[False], claims=[pk for pk in chosen[True] if (True, str(pk)) not in self.known])


def as_list(value) -> list:
    return [item for item in (value if isinstance(value, list | tuple | set) else [value]) if item]


def numbers(values) -> list[int]:
    return [int(value) for value in values if str(value).isdecimal()]


def aspect_of(claim: Claim) -> str:
    return str(ASPECTS.get(claim.field) or name_of(claim.field))


def claim_title(claim: Claim, language: str, record=None) -> str:
    """The claim in plain words where there are any, and where it stands: in `record`, where that is at hand."""
    words = next(filter(None, (tr(claim, "text", code) for code in (language, *LANGUAGES))), aspect_of(claim))
    return f"{words[:CLAIM_LENGTH]} ({(record or claim.record).key})"
