"""What must hold before a text is submitted and before it is published. Numbers are those of the rules for facts."""

import datetime as dt

from django.db.models import prefetch_related_objects
from django.utils import timezone

from newsroom.desk.checks import (
    actors,
    agreements,
    articles,
    claims,
    dates,
    events,
    house,
    references,
    sources,
    spelling,
    titles,
    trees,
    weekdays,
    words,
)
from newsroom.desk.checks.message import ERROR, WARNING, Message, Rule, Subject
from newsroom.desk.compose import COMPOSERS, load
from newsroom.desk.fields import translated_part_names
from relations.models import Record
from relations.values.vocabularies import RecordKind

__all__ = ["ERROR", "RULES", "WARNING", "Message", "check_row", "run_checks"]

WORDS = (
    words.required_text_is_present,
    words.translation_is_whole,
    words.text_is_clean,
    words.names_are_plain,
    words.scripts_differ,
)

# What running text says, against the record and the style list.
PROSE = (
    weekdays.weekday_beside_date,
    titles.titles_are_of_the_day,
    spelling.names_are_spelt_as_known,
    house.house_style_is_kept,
)

FACTS = (
    dates.dates_are_readable,
    dates.periods_run_forward,
    trees.no_cycles,
    sources.fact_is_cited,
    sources.claims_are_cited,
    sources.more_than_one_voice,
    sources.quotations_are_exact,
    sources.quotes_have_speakers,
    sources.quotes_are_verbatim,
    claims.preferred_value_is_shown,
    claims.disagreeing_claims_are_disputed,
    claims.weekdays_agree,
    claims.resolved_by_a_claim,
    claims.not_anonymous_alone,
    words.sensitive_names_are_attributed,
)

PICTURES = (articles.picture_is_described, articles.picture_may_be_used)

# Rules 9, 16 and 25 are kept by the database too: status is never stored, a participation names somebody.
RULES: dict[str, tuple[Rule, ...]] = {
    RecordKind.ARTICLE: (
        *WORDS,
        *PROSE,
        *PICTURES,
        articles.body_has_words,
        articles.links_lead_to_records,
        articles.standfirst_is_present,
        dates.dates_are_readable,
        sources.article_names_sources,
        sources.quotations_are_exact,
        words.sensitive_names_are_attributed,
    ),
    RecordKind.ACTOR: (
        *WORDS,
        *PROSE,
        *FACTS,
        *PICTURES,
        agreements.body_was_created,
        actors.one_holder_at_a_time,
        actors.membership_in_lifetime,
        actors.one_full_membership,
        actors.names_are_of_one,
        actors.names_are_distinctive,
        actors.gender_is_known,
        sources.tenures_are_cited,
    ),
    RecordKind.EVENT: (
        *WORDS,
        *PROSE,
        *FACTS,
        dates.bounds_match_date,
        dates.sub_events_within_parent,
        dates.held_is_past,
        dates.reported_before_held,
        dates.not_held_says_as_of,
        dates.plan_is_ahead,
        events.visit_has_two_sides,
        events.visit_is_in_host_country,
        events.visit_has_place,
        events.duration_matches,
        events.signing_has_agreement,
        events.rounds_in_order,
        events.rounds_without_gap,
        events.round_after_founding,
        events.holders_are_known,
        events.holders_are_named,
        actors.participants_have_gender,
    ),
    RecordKind.AGREEMENT: (
        *WORDS,
        *PROSE,
        *FACTS,
        agreements.has_parties,
        agreements.acts_are_of_parties,
        agreements.acts_in_order,
        agreements.ratified_was_signed,
        agreements.signing_is_recorded,
        actors.signatories_have_gender,
    ),
    RecordKind.DOSSIER: (
        *WORDS,
        *PROSE,
        *FACTS,
        articles.links_lead_to_records,
        references.pair_is_sorted,
        sources.figures_are_complete,
    ),
    RecordKind.PLACE: (*WORDS, trees.no_cycles),
    RecordKind.TOPIC: (*WORDS, trees.no_cycles, references.topic_code_is_known),
    RecordKind.POST: (
        *WORDS,
        dates.dates_are_readable,
        dates.periods_run_forward,
        actors.titles_do_not_overlap,
        actors.titles_without_gap,
    ),
    RecordKind.SERIES: WORDS,
    RecordKind.INDICATOR: WORDS,
    RecordKind.SOURCE: (
        dates.dates_are_readable,
        sources.source_is_unchanged,
        sources.source_can_be_named,
    ),
    RecordKind.AUTHOR: WORDS,
    RecordKind.CAPACITY: (*WORDS, actors.envoy_is_of_somebody),
    RecordKind.PICTURE: (*WORDS, *PROSE),
}


def run_checks(record: Record, language: str, *, today: dt.date | None = None) -> list[Message]:
    """Everything to be said before this record is published in this language, errors first."""
    return check_row(load(record) if record.kind in COMPOSERS else record.working_row(), language, today=today)


def check_row(row: Record, language: str, *, today: dt.date | None = None) -> list[Message]:
    """The same of a row that is loaded with its parts."""
    prefetch_related_objects([row], *translated_part_names(type(row)))
    subject = Subject(row, language, today or timezone.localdate())
    found = dict.fromkeys(message for rule in RULES[row.kind] for message in rule(subject))
    return sorted(found, key=lambda message: message.level != ERROR)
