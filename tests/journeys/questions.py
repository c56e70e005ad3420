"""
The questions of `answers.json`, one request or query for each.

Readers and partners ask the API; editors ask the facts. A set is an answer in any order.
"""

from collections import Counter

from relations.models import Actor, Agreement, Claim, Dispute, Event, Post
from relations.values.languages import LANGUAGES
from relations.values.vocabularies import ActStage, ClaimBasis

QUESTIONS = {}

# The answers quote this many characters.
BEGINNING = 60


def question(number: str):
    def keep(function):
        QUESTIONS[number] = function
        return function

    return keep


def pair() -> tuple[Actor, Actor]:
    return Actor.objects.get(iso3="DZA"), Actor.objects.get(iso3="AZE")


def between_them():
    return Event.objects.between(pair())


def path(record) -> str:
    return f"{record.kind}/{record.key}"


def cited(part) -> list[str]:
    return sorted({path(citation.source) for citation in part.citations.all()})


# Agreements


@question("q01")
def agreements_signed(ask):
    signed = [one for one in ask.dossier("agreements") if one["signed_on"]]
    return {(ask.path(one), one["signed_on"]["edtf"]) for one in signed}


@question("q02")
def agreements_ratified_or_in_force(ask):
    stages = {ActStage.RATIFIED, ActStage.IN_FORCE}
    return sum(bool(stages & {act["stage"] for act in one["lifecycle"]}) for one in ask.dossier("agreements"))


@question("q03")
def signatories_of_the_visa_exemption(ask):
    found = ask.record("agreements", "agreement/visa-exemption")["signatories"]
    return {(ask.path(one["actor"]), ask.path(one["for_party"])) for one in found}


@question("q19")
def joint_bodies(ask):
    return {(ask.path(one["body"]), ask.path(one["agreement"])) for one in ask.dossier("bodies")}


@question("q32")
def agreements_lacking_signatories_or_official_title(ask):
    agreements = Agreement.objects.between(pair())
    unsigned, untitled = agreements.without_signatories(), agreements.without_official_title(LANGUAGES)
    return {(path(one), one in unsigned, one in untitled) for one in agreements}


# Posts


@question("q04")
def foreign_minister_in_august_2022(ask):
    return [ask.path(one) for one in ask.rows("actors", post="post/fm-dz", held_on="2022-08-15")]


@question("q05")
def foreign_minister_on_the_day_of_the_second_round(ask):
    return [ask.path(one) for one in ask.rows("actors", post="post/fm-dz", held_on="2025-04-21")]


@question("q06")
def printed_titles(ask):
    claims = Post.objects.get(key="fm-dz").claims.of_field("title").order_by("date_upper")
    return [(claim.date.edtf, claim.value) for claim in claims]


@question("q15")
def capacity_of_the_envoy(ask):
    found = ask.record("events", "event/lamamra-baku-2022")["participants"]
    worn = [one for one in found if one["capacity"]]
    return [(ask.path(one["post_at_the_time"]["post"]), ask.path(one["capacity"]["capacity"])) for one in worn]


# Rounds and visits


@question("q07")
def rounds(ask):
    (series,) = ask.dossier("rounds")
    events = [(one["ordinal"], one["event"]) for one in series["results"]]
    return [(number, event["date"]["edtf"], ask.path(next(iter(event["places"]), None))) for number, event in events]


@question("q08")
def days_between_the_rounds(ask):
    first, second = between_them().rounds()
    return (second.date.lower - first.date.lower).days


@question("q09")
def who_led_each_round(ask):
    return {
        str(event.ordinal): [path(part.person) for part in event.participations.leads()]
        for event in between_them().rounds()
    }


def visits_from(ask, guest: str) -> set[str]:
    (direction,) = [one for one in ask.dossier("visits") if ask.path(one["from"]) == guest]
    return {ask.path(event) for event in direction["results"]}


@question("q10")
def visits_of_algeria(ask):
    return visits_from(ask, "actor/algeria")


@question("q11")
def visits_of_azerbaijan(ask):
    return visits_from(ask, "actor/azerbaijan")


@question("q12")
def visits_known_to_the_day(ask):
    return [path(event) for event in between_them().visits().known_to_the_day()]


@question("q14")
def what_rafiyev_did_in_algiers(ask):
    visit = {"parent": "event/rafiyev-algiers-2025", "participant": "actor/yalchin-rafiyev"}
    return {ask.path(one) for one in ask.rows("events", place="place/algiers", **visit)}


@question("q16")
def possible_first_days_of_the_envoys_visit(ask):
    return Event.objects.get(key="lamamra-baku-2022").bounds_start.edtf


# Events


@question("q13")
def events_by_precision(ask):
    found = Counter(between_them().values_list("date_precision", flat=True))
    return {**{name: found[name] for name in ("day", "month", "year")}, "open or range": found["open"] + found["range"]}


@question("q20")
def planned_events(ask):
    return [(ask.path(one), one["date"]["edtf"], one["status_as_of"]) for one in ask.dossier("planned")]


@question("q26")
def events_in_baku(ask):
    return {ask.path(one) for one in ask.rows("events", place="place/baku")}


@question("q27")
def participations_whose_holder_is_not_named(ask):
    return {
        (ask.path(event), ask.path(one["post_at_the_time"]["post"]))
        for event in ask.dossier("timeline")
        for one in event["participants"]
        if not one["holder_named"]
    }


def events_by_sources(ask) -> dict[str, list[str]]:
    dossier = ask.dossier()
    return {ask.path(event): ask.sources(event["sources"]) for event in dossier["timeline"] + dossier["planned"]}


@question("q28")
def events_with_only_one_source(ask):
    return sum(len(sources) == 1 for sources in events_by_sources(ask).values())


@question("q29")
def events_with_more_sources(ask):
    return [(event, sources) for event, sources in events_by_sources(ask).items() if len(sources) > 1]


@question("q33")
def audiences_given_by_a_head_of_state(ask):
    return [
        (ask.path(event), ask.path(one["actor"]))
        for event in ask.dossier("timeline")
        if event["kind"] == "audience"
        for one in event["participants"]
        if one["role"] == "host" and one["post_at_the_time"]["post"]["kind"] == "head_of_state"
    ]


@question("q36")
def latest_event_certain_to_the_day(ask):
    latest = ask.rows("events", certainty="certain", ordering="-date")[0]
    return [latest["date"]["edtf"], ask.path(latest)]


@question("q37")
def counts(ask):
    found = ask.dossier("counts")
    return [found[name] for name in ("events", "visits", "agreements_signed", "bodies", "rounds")]


# Forums and figures


@question("q17")
def shared_forums_by_number_of_sources(ask):
    found = ask.dossier("forums")
    assert [one["source_count"] for one in found] == sorted((one["source_count"] for one in found), reverse=True)
    return {ask.path(one["organisation"]): ask.sources(one["sources"]) for one in found}


@question("q18")
def trade(ask):
    return [
        (one["comparator"], int(one["value"]), one["unit"], one["as_of"]["edtf"], ask.sources(one["sources"]))
        for one in ask.dossier("trade")
    ]


@question("q35")
def status_of_azerbaijan_in_the_gas_forum(ask):
    found = ask.record("actors", "actor/azerbaijan")["member_of"]
    return [(one["status"], one["note"]) for one in found if ask.path(one["organisation"]) == "actor/gecf"]


# Names


@question("q22")
def people_with_their_sources(ask):
    people = [ask.path(one) for one in ask.rows("actors", kind="person")]
    return {one: ask.sources(ask.record("actors", one)["sources"]) for one in people}


@question("q31")
def names_of_the_visitor(ask):
    found = ask.record("actors", "actor/jeyhun-bayramov")["other_names"]
    return {(one["language"], one["name"], one["kind"]) for one in found}


# What sources say, and where they differ


def told_day(claim: Claim) -> tuple[str, str, str]:
    external = claim.basis == ClaimBasis.EXTERNAL
    return (
        path(claim.record),
        claim.date.edtf if claim.date else claim.value,
        "external" if external else cited(claim)[0],
    )


@question("q21")
def days_of_the_meetings(ask):
    events = ("bayramov-algiers-talks", "tebboune-receives-bayramov")
    return {told_day(claim) for claim in Claim.objects.of_field("date").filter(record__key__in=events)}


@question("q23")
def claims_on_anonymous_sources(ask):
    return {(f"claim/{claim.key}", tuple(cited(claim))) for claim in Claim.objects.anonymous()}


@question("q24")
def quotations(ask):
    return [(ask.path(one["speaker"]), one["language"], one["text"][:BEGINNING]) for one in ask.dossier("quotes")]


@question("q25")
def open_contradictions(ask):
    return dict(Counter(Dispute.objects.open().values_list("kind", flat=True)))


@question("q30")
def sectors(ask):
    return {ask.path(one["topic"]): ask.sources(one["sources"]) for one in ask.dossier("sectors")}


@question("q34")
def how_armenia_is_spoken_of(ask):
    return {
        (f"claim/{claim.key}", tuple(path(one) for one in claim.attributed_to.all()), tuple(cited(claim)))
        for claim in Claim.objects.about_record(Actor.objects.get(iso3="ARM"))
    }
