"""What each list can be narrowed by, declared once: for reading requests and for the OpenAPI document."""

import django_filters
from django.utils.translation import gettext_lazy as _

from newsroom.partners.tiers import MOST_ON_A_PAGE
from newsroom.public.addresses import PLURALS
from newsroom.public.api.fields import (
    CodeField,
    DayField,
    FlagField,
    IntegerField,
    LanguagesField,
    ListField,
    PastMomentField,
    PatternField,
    SinceField,
    SizeField,
    TextField,
    UidField,
)
from newsroom.public.api.filters import (
    BY_DATE,
    BY_NAME,
    BY_PUBLICATION,
    PAGE_SIZE,
    DayFilter,
    FacetFilter,
    HeldOnFilter,
    IdsFilter,
    InForceOnFilter,
    MomentFilter,
    Parameter,
    RoleFilter,
    UrgencyFilter,
    WordsFilter,
    all_records,
    any_code,
    any_record,
    code,
    ordering,
    record,
)
from relations.values import vocabularies as v
from relations.values.languages import LANGUAGES


class ReadParameters(django_filters.FilterSet):
    """Of everything that can be read in a language and at a moment."""

    lang = Parameter(
        LanguagesField(star=False),
        "A language, strictly, or several in order of preference. Otherwise Accept-Language, then the original language.",
    )
    as_of = Parameter(PastMomentField(), "What was public at this moment, less what has been withdrawn since.")


class TextParameters(django_filters.FilterSet):
    """Of texts about the API itself, which there are in every language."""

    lang = Parameter(CodeField(LANGUAGES), "The language of the text; otherwise that of Accept-Language.")


class OfficeParameters(ReadParameters):
    on = Parameter(DayField(), "Held on this day, as far as sources tell.")


class DossierParameters(ReadParameters):
    on = Parameter(DayField(), "The day for which posts name their holder; that of “as_of” unless told.")
    fields = Parameter(ListField(PatternField(r"[a-z0-9_]{1,40}", _("Not a field."))), "Only these fields.")


class SearchParameters(django_filters.FilterSet):
    q = Parameter(TextField(), "The words to be found, in any order and any of their forms.")
    lang = Parameter(CodeField(LANGUAGES), "The language to search in; otherwise the first of Accept-Language.")
    type = Parameter(ListField(CodeField(PLURALS)), "Only records of these types.")
    as_of = ReadParameters.declared_filters["as_of"]
    page_size = Parameter(SizeField(), f"Rows on a page; {PAGE_SIZE} unless told.")
    cursor = Parameter(TextField(1_000), "Where the page starts: taken from the “next” of the page before.")


class ChangesParameters(django_filters.FilterSet):
    since = Parameter(SinceField(), "The checkpoint of the answer before; 0 for all; “latest” to begin now.")
    type = Parameter(
        ListField(CodeField(PLURALS)), "Only records of these types; the checkpoint advances all the same."
    )
    language = Parameter(ListField(CodeField(LANGUAGES)), "Only these languages.")
    country = Parameter(ListField(UidField()), "Only what involves any of these countries, and all withdrawals.")
    compact = Parameter(FlagField(), "Of each record and language only the last change.")
    page_size = Parameter(SizeField(), f"Rows on a page; {MOST_ON_A_PAGE} unless told.")


class PageParameters(django_filters.FilterSet):
    """Of a list that takes no narrowing."""

    page_size = Parameter(SizeField(), f"Rows on a page; {PAGE_SIZE} unless told.")
    cursor = Parameter(TextField(1_000), "Where the page starts: taken from the “next” of the page before.")


class HistoryParameters(PageParameters):
    lang = ReadParameters.declared_filters["lang"]


class UsageExportParameters(django_filters.FilterSet):
    day_after = Parameter(DayField(), "On this day or later.")
    day_before = Parameter(DayField(), "On this day or earlier.")


class UsageParameters(UsageExportParameters):
    page_size = HistoryParameters.declared_filters["page_size"]
    cursor = HistoryParameters.declared_filters["cursor"]


class EditionParameters(django_filters.FilterSet):
    """What an edition holds does not depend on language or moment."""

    fields = Parameter(ListField(PatternField(r"[a-z0-9_]{1,40}", _("Not a field."))), "Only these fields.")
    expand = Parameter(
        ListField(PatternField(r"[a-z0-9_]{1,40}(?:\.[a-z0-9_]{1,40})?", _("Not a path of one or two fields.")), 10),
        "References to show in full, such as “actors” or “events.places”.",
    )


class DetailParameters(EditionParameters, ReadParameters):
    """Of one record."""


class ListParameters(DetailParameters):
    lang = Parameter(
        LanguagesField(),
        "A language, strictly; or several in order of preference, of each record the first there is; or * for every"
        " edition as a row of its own. Otherwise Accept-Language, then the original language.",
    )
    ordering = ordering(BY_NAME)
    page_size = Parameter(SizeField(), f"Rows on a page; {PAGE_SIZE} unless told.")
    cursor = Parameter(TextField(1_000), "Where the page starts: taken from the “next” of the page before.")
    count = Parameter(FlagField(), "Adds how many there are, counting to 10,000.")
    id__in = IdsFilter(ListField(UidField()), "Only these records.")
    q = WordsFilter("Words to be found in the record.", worst=9)
    published_after = MomentFilter("first_published_at", after=True, help_text="First published then or later.")
    published_before = MomentFilter("first_published_at", after=False, help_text="First published then or earlier.")
    updated_after = MomentFilter("live_from", after=True, help_text="The edition is of then or later.")
    updated_before = MomentFilter("live_from", after=False, help_text="The edition is of then or earlier.")


class ByCountry(ListParameters):
    country = any_record("country", "Any of these countries is involved.")
    country__all = all_records("country", "All of these countries are involved.")


class ByTopic(ByCountry):
    topic = any_record("topic", "Any of these topics.")


class DatedParameters(ByTopic):
    ordering = ordering(BY_DATE)
    date_certainty = Parameter(
        CodeField(("possibly", "certainly")),
        "Whether a date of which several days are possible must lie within the ends with one of them or with all.",
    )
    year = FacetFilter("year", PatternField(r"[0-9]{4}", _("Not a year.")), "May be of this year.")


class ArticleFilters(ByTopic):
    ordering = ordering(BY_PUBLICATION)
    kind = code("kind", v.ArticleType.values, "The kind of article.")
    kind__in = any_code("kind", v.ArticleType.values, "Any of these kinds.")
    actor = record("actor", "This actor is named.")
    event = record("event", "About this event.")
    agreement = record("agreement", "About this agreement.")
    place = record("place", "Datelined here.")
    author = record("author", "By this author.")
    source = record("source", "Cites this source.")
    urgency_max = UrgencyFilter("urgency", IntegerField(1, 9), "At least as urgent as this, 1 being the most urgent.")


class ActorFilters(ByCountry):
    kind = code("kind", v.ActorType.values, "The kind of actor.")
    kind__in = any_code("kind", v.ActorType.values, "Any of these kinds.")
    name = WordsFilter("Words of a name, in any script.", worst=1)
    identifier = FacetFilter(
        "identifier", PatternField(r"[a-z0-9_-]{1,30}:[!-~]{1,120}", _("Not an identifier such as wikidata:Q262.")),
        "An identifier elsewhere, such as wikidata:Q262.",
    )  # fmt: skip
    iso3 = FacetFilter("iso3", PatternField(r"[A-Z]{3}", _("Not three capital letters.")), "The country of this code.")
    post = record("post", "Has held this post at some time.")
    held_on = HeldOnFilter(DayField(), "Held the post asked for on this day, as far as sources tell.")
    member_of = record("member_of", "Has been a member of this organisation.")
    parent = record("parent", "Part of this actor.")
    source = record("source", "Cites this source.")


class EventFilters(DatedParameters):
    kind = code("kind", v.EventType.values, "The kind of event.")
    kind__in = any_code("kind", v.EventType.values, "Any of these kinds.")
    status = code("status", v.Occurrence.values, "Whether it took place.")
    visit_type = code("visit_type", v.VisitType.values, "The type of visit.")
    format = code("format", v.EventFormat.values, "How the sides met.")
    date_after = DayFilter(after=True, help_text="On this day or later.")
    date_before = DayFilter(after=False, help_text="On this day or earlier.")
    precision = code("precision", v.Precision.values, "How precisely the date is known.")
    certainty = code("certainty", ("certain", "uncertain"), "Whether the day is known and beyond doubt.")
    actor = record("actor", "This actor is named.")
    participant = record("participant", "Took part.")
    role = RoleFilter(CodeField(v.ParticipationRole.values), "In this role; needs “participant”.")
    post = record("post", "The holder of this post took part.")
    host_country = record("host_country", "Held in or by this country.")
    visitor_country = record("visitor_country", "A visit by this country.")
    forum = record("forum", "Convened by this organisation.")
    place = record("place", "Held here, or in a place within.")
    series = record("series", "Of this series.")
    parent = record("parent", "Part of this event.")
    agreement = record("agreement", "An act of this agreement took place there.")
    source = record("source", "Cites this source.")


class AgreementFilters(DatedParameters):
    kind = code("kind", v.AgreementType.values, "The kind of agreement.")
    kind__in = any_code("kind", v.AgreementType.values, "Any of these kinds.")
    status = code("status", v.ActStage.values, "The furthest stage it has reached.")
    stage = code("stage", v.ActStage.values, "A stage it has gone through.")
    laterality = code("laterality", v.Laterality.values, "How many parties it has.")
    party = any_record("party", "Any of these is a party.")
    party__all = all_records("party", "All of these are parties.")
    signatory = record("signatory", "Signed by this person.")
    signed_after = DayFilter(after=True, help_text="Signed on this day or later.")
    signed_before = DayFilter(after=False, help_text="Signed on this day or earlier.")
    in_force_on = InForceOnFilter(DayField(), "In force on this day, as far as sources tell.")
    actor = record("actor", "This actor is named.")
    event = record("event", "An act took place at this event.")
    place = record("place", "An act took place here.")
    source = record("source", "Cites this source.")


class DossierFilters(ByCountry):
    pair = FacetFilter("pair", PatternField(r"[A-Z]{3}-[A-Z]{3}", _("Not a pair such as AZE-DZA.")), "This pair.")


class PlaceFilters(ByCountry):
    kind = code("kind", v.PlaceType.values, "The kind of place.")
    parent = record("parent", "Directly within this place.")
    place = record("place", "Within this place, at any depth.")


class TopicFilters(ListParameters):
    parent = record("parent", "Directly below this topic.")
    qcode = FacetFilter("qcode", PatternField(r"[a-z]+:[0-9]{1,12}", _("Not an IPTC code.")), "The IPTC media topic.")


class PostFilters(ByCountry):
    kind = code("kind", v.PostRole.values, "The role that the post has.")
    actor = record("actor", "Of this organisation or country, or accredited to it.")
    organisation = record("organisation", "Of this organisation.")
    accredited_to = record("accredited_to", "Accredited to this country or organisation.")


class SeriesFilters(ListParameters):
    actor = record("actor", "Of this body.")
    agreement = record("agreement", "Founded by this agreement.")


class FigureFilters(ListParameters):
    unit_kind = code("unit_kind", v.UnitKind.values, "What is counted.")
    measure = code("measure", v.Measure.values, "How it is measured.")
    flow = code("flow", v.Flow.values, "Which way it flows.")


class SourceFilters(ListParameters):
    kind = code("kind", v.SourceType.values, "The kind of source.")
    publisher = record("publisher", "Published by this actor.")


class CapacityFilters(ListParameters):
    kind = code("kind", v.CapacityType.values, "The kind of capacity.")
    post = record("post", "On behalf of the holder of this post.")


FILTERS = {
    "article": ArticleFilters,
    "actor": ActorFilters,
    "event": EventFilters,
    "agreement": AgreementFilters,
    "dossier": DossierFilters,
    "place": PlaceFilters,
    "topic": TopicFilters,
    "post": PostFilters,
    "series": SeriesFilters,
    "indicator": FigureFilters,
    "source": SourceFilters,
    "author": ListParameters,
    "capacity": CapacityFilters,
}
