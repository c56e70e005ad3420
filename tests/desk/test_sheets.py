"""Sheets of records: out and back again, what a file would change, what it is refused for."""

import csv
import io

import pytest

from newsroom.desk.demonstration.people import make_accounts
from newsroom.desk.intake.faults import ImportRefused
from newsroom.desk.models import Remit, Version
from newsroom.desk.saving import saving_many
from newsroom.desk.sheets.columns import SHEETS
from newsroom.desk.sheets.download import download_records, download_sheet
from newsroom.desk.sheets.plan import bring_in, plan_upload
from newsroom.desk.sheets.upload import INTERCHANGE, BadSeal, Upload, unseal
from relations.models import Actor, Event, Observation, PostTitle, Record
from tests.factories.relations import (
    AgreementActFactory,
    AgreementFactory,
    AgreementPartyFactory,
    CountryFactory,
    DossierFactory,
    EventFactory,
    IndicatorFactory,
    ObservationFactory,
    ParticipationFactory,
    PersonFactory,
    PlaceFactory,
    PostFactory,
    PostTitleFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def users():
    return make_accounts()


@pytest.fixture
def desk(users):
    """A record or two for every sheet, with the values that are hardest to carry."""
    with saving_many(by=users["publisher"]) as saves:
        algeria, azerbaijan = CountryFactory(key="algeria"), CountryFactory(key="azerbaijan")
        event = EventFactory(
            key="talks",
            date="[2025-04-21..2025-04-23]",
            place=PlaceFactory(key="algiers"),
            host_country=algeria,
            title_en='=HYPERLINK("x")',
            title_ar="محادثات\r\nثانية",
            summary_en=" leading, “quoted” and _x000D_ as it is ",
        )
        event.topics.set([TopicFactory(key="energy"), TopicFactory(key="defence")])
        post = PostFactory(key="minister", country=algeria)
        titles = [PostTitleFactory(post=post), PostTitleFactory(post=post, valid="2020/..")]
        agreement = AgreementFactory(key="visas", authentic_languages=["ar", "az"], tacit_renewal=False)
        person = PersonFactory(key="ali", name_fr="", summary_en="-")
        dossier = DossierFactory(key="dza-aze", country_a=algeria, country_b=azerbaijan)
        figure = ObservationFactory(
            dossier=dossier, indicator=IndicatorFactory(key="trade"), reporter=algeria, value=-5
        )
        parts = [
            ParticipationFactory(event=event, person=person),
            AgreementPartyFactory(agreement=agreement, actor=algeria),
            AgreementActFactory(agreement=agreement),
        ]
        owned = [one.owner for one in [*titles, figure, *parts]]
        for record in {one.pk: one for one in [algeria, azerbaijan, event, post, agreement, person, dossier, *owned]}:
            saves.add(Record.objects.get(pk=record))
    return {"event": event, "post": post, "dossier": dossier, "figure": figure, "agreement": agreement}


def sheet_of(*rows, header) -> bytes:
    stream = io.StringIO()
    csv.writer(stream).writerows([header.split(), *rows])
    return stream.getvalue().encode()


def faults_of(what, content, by) -> list[str]:
    return [str(fault) for fault in plan_upload(upload=Upload(what, "file.csv", content), by=by).faults]


def states(plan) -> dict[str, str]:
    return {entry.path: entry.state for entry in plan.entries}


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("name", SHEETS)
def test_sheet_brought_back_changes_nothing(desk, users, name, form):
    file = download_sheet(SHEETS[name], form=form)
    plan = plan_upload(upload=Upload(name, file.name, file.content), by=users["publisher"])

    assert plan.faults == []
    assert set(states(plan).values()) == {"unchanged"}


def test_records_brought_back_change_nothing(desk, users):
    file = download_records("event")
    plan = plan_upload(upload=Upload(INTERCHANGE, file.name, file.content), by=users["publisher"])

    assert (plan.faults, states(plan), plan.sealed) == ([], {"event/talks": "unchanged"}, "")


def test_plan_shows_each_changed_cell_and_writes_nothing(desk, users):
    content = sheet_of(["talks", "Entretiens", "2025-05"], header="key title_fr date")
    plan = plan_upload(upload=Upload("events", "events.csv", content), by=users["reporter"])

    old = desk["event"].title_fr
    assert [(cell.name, cell.old, cell.new, cell.language) for cell in plan.entries[0].cells] == [
        ("title_fr", old, "Entretiens", "fr"),
        ("date", "[2025-04-21..2025-04-23]", "2025-05", ""),
    ]
    assert Event.objects.get(key="talks").title_fr == old
    assert Record.objects.get(key="talks").row_version == 1


def test_confirmed_plan_saves_the_one_way(desk, users):
    content = sheet_of(
        ["talks", "talks", "Entretiens", "2025-05"],
        ["round", "talks", "Concertations", "2024"],
        header="key type title_fr date",
    )
    plan = plan_upload(upload=Upload("events", "events.csv", content), by=users["reporter"])
    outcome = bring_in(upload=unseal(plan.sealed, users["reporter"]), by=users["reporter"])

    assert states(plan) == {"event/talks": "changed", "event/round": "new"}
    assert (outcome.created, outcome.changed) == (["event/round"], ["event/talks"])
    talks = Event.objects.get(key="talks")
    assert (talks.title_fr, talks.title_en, talks.date.edtf) == ("Entretiens", '=HYPERLINK("x")', "2025-05")
    assert (talks.row_version, talks.modified_by) == (2, users["reporter"])
    assert Version.objects.get(record=talks.pk, language="fr").title == "Entretiens"
    assert plan_upload(upload=Upload("events", "e", content), by=users["reporter"]).count("unchanged") == 2


def test_ten_faults_are_ten_and_nothing_is_written(desk, users):
    rows = [
        ["talks", "talks", "2025-13", "", "", "maybe", "", ""],
        ["talks", "talks", "2025", "", "", "", "", ""],
        ["BAD KEY", "talks", "2025", "", "", "", "", ""],
        ["three", "nonsense", "2025", "nowhere", "", "", "", ""],
        ["four", "talks", "", "", "first", "", "", ""],
        ["five", "talks", "2025", "", "", "", "x" * 251, "=1+1"],
        ["six", "talks", "2025", "", "", "", "Sound", ""],
    ]
    header = "key type date place duration_days sensitive title_fr title_en"
    faults = faults_of("events", sheet_of(*rows, header=header), users["reporter"])

    assert sorted(fault.partition(": ")[2].partition(":")[0] for fault in faults) == sorted(
        ["date", "sensitive", "key", "key", "type", "place", "date", "duration_days", "title_fr", "title_en"]
    )
    assert {fault.partition(":")[0] for fault in faults} == {f"row {n}" for n in (2, 3, 4, 5, 6, 7)}
    assert Event.objects.count() == 1


def test_good_rows_are_shown_beside_refused_ones(desk, users):
    rows = [["talks", "talks", "2025"], ["new", "talks", "2025"], ["bad", "talks", "no day"]]
    plan = plan_upload(upload=Upload("events", "e.csv", sheet_of(*rows, header="key type date")), by=users["reporter"])

    assert states(plan) == {"event/talks": "changed", "event/new": "new", "event/bad": "refused"}
    assert plan.sealed == ""


def test_record_saved_since_it_was_shown_is_not_written_over(desk, users):
    content = sheet_of(["talks", "From the file"], header="key title_fr")
    plan = plan_upload(upload=Upload("events", "e.csv", content), by=users["reporter"])
    with saving_many(by=users["editor"]) as saves:
        event = Event.objects.get(key="talks")
        saves.begin(event)
        event.title_fr = "Saved meanwhile"
        event.save()
        saves.add(event)

    with pytest.raises(ImportRefused) as refused:
        bring_in(upload=unseal(plan.sealed, users["reporter"]), by=users["reporter"])
    text = str(refused.value)
    assert ("Saved meanwhile" in text, "From the file" in text, "editor saved this record" in text) == (True,) * 3
    assert Event.objects.get(key="talks").title_fr == "Saved meanwhile"


def test_record_made_since_it_was_shown_as_new_is_not_written_over(desk, users):
    content = sheet_of(["other", "talks", "2025", "From the file"], header="key type date title_fr")
    plan = plan_upload(upload=Upload("events", "e.csv", content), by=users["reporter"])
    EventFactory(key="other", title_fr="Made meanwhile")

    with pytest.raises(ImportRefused):
        bring_in(upload=unseal(plan.sealed, users["reporter"]), by=users["reporter"])
    assert Event.objects.get(key="other").title_fr == "Made meanwhile"


def test_record_deleted_since_it_was_shown_is_not_made_anew(desk, users):
    EventFactory(key="gone")
    content = sheet_of(["gone", "talks", "2024"], header="key type date")
    plan = plan_upload(upload=Upload("events", "e.csv", content), by=users["reporter"])
    Event.objects.filter(key="gone").delete()

    with pytest.raises(ImportRefused):
        bring_in(upload=unseal(plan.sealed, users["reporter"]), by=users["reporter"])
    assert not Event.objects.filter(key="gone").exists()


def test_upload_of_another_person_is_refused(desk, users):
    content = sheet_of(["talks", "Entretiens"], header="key title_fr")
    plan = plan_upload(upload=Upload("events", "e.csv", content), by=users["reporter"])

    with pytest.raises(BadSeal):
        unseal(plan.sealed, users["editor"])
    with pytest.raises(BadSeal):
        unseal(plan.sealed[:-1] + ("A" if plan.sealed[-1] != "A" else "B"), users["reporter"])


def test_sheet_of_figures_adds_and_changes_and_drops_none(desk, users):
    figure = desk["figure"]
    rows = [
        ["dza-aze", figure.key, "trade", "algeria", "12.5", figure.as_of.edtf],
        ["dza-aze", "", "trade", "azerbaijan", "7", "2024-12-31"],
    ]
    content = sheet_of(*rows, header="dossier key indicator reporter value as_of")
    plan = plan_upload(upload=Upload("figures", "f.csv", content), by=users["reporter"])
    bring_in(upload=unseal(plan.sealed, users["reporter"]), by=users["reporter"])
    one = sheet_of(rows[1], header="dossier key indicator reporter value as_of")
    again = plan_upload(upload=Upload("figures", "f.csv", one), by=users["reporter"])

    assert sorted(Observation.objects.values_list("reporter__key", "value")) == [("algeria", 12.5), ("azerbaijan", 7)]
    assert states(again) == {"dossier/dza-aze": "unchanged"}


def test_column_of_one_language_leaves_the_others(desk, users):
    kept = PostTitle.objects.get(valid=None)
    content = sheet_of(["minister", "Wazir"], header="key title_en")
    plan = plan_upload(upload=Upload("posts", "p.csv", content), by=users["publisher"])
    bring_in(upload=unseal(plan.sealed, users["publisher"]), by=users["publisher"])
    now = PostTitle.objects.get(pk=kept.pk)

    assert (now.title_en, now.title_fr, now.title_ar) == ("Wazir", kept.title_fr, kept.title_ar)
    assert PostTitle.objects.count() == 2


def test_publishing_save_needs_the_permission_to_publish(desk, users):
    content = sheet_of(["algeria", "Algérie"], header="key name_fr")

    (fault,) = faults_of("actors", content, users["reporter"])
    assert fault.startswith("row 2: Saving this publishes it at once")
    assert faults_of("actors", content, users["publisher"]) == []


def test_language_outside_the_remit_is_refused_in_its_cell(desk, users):
    Remit.objects.create(user=users["translator"], edits=["fr"])
    rows = [["talks", "talks", "2025", "Talks again", "Encore"], ["round", "talks", "2025", "", "Nouveau"]]
    content = sheet_of(*rows, header="key type date title_en title_fr")

    assert faults_of("events", content, users["translator"]) == ["row 2: title_en: you do not write in English"]


def test_kind_without_permission_is_refused(desk, users):
    group = users["reporter"].groups.get()
    group.permissions.remove(*group.permissions.filter(codename="add_event"))
    rows = [["talks", "talks", "2025"], ["new", "talks", "2025"]]

    assert faults_of("events", sheet_of(*rows, header="key type date"), users["reporter"]) == [
        "row 3: you may not add events"
    ]


def test_record_that_refers_to_a_refused_one_is_not_tried(desk, users):
    rows = [["parent", "talks", "no day", ""], ["child", "talks", "2025", "parent"]]
    content = sheet_of(*rows, header="key type date parent")
    plan = plan_upload(upload=Upload("events", "e.csv", content), by=users["reporter"])

    assert [str(fault).partition(":")[0] for fault in plan.faults] == ["row 2"]
    assert not Actor.objects.filter(key="parent").exists()


@pytest.mark.parametrize("count", [1, 3])
def test_sheet_is_taken_out_for_as_many_queries_at_any_size(django_assert_num_queries, count):
    """Records with what they refer to; their topics: links and targets."""
    for event in [EventFactory(place=PlaceFactory(), host_country=CountryFactory()) for _ in range(count)]:
        event.topics.add(TopicFactory())

    with django_assert_num_queries(3):
        download_sheet(SHEETS["events"], form="csv")


@pytest.mark.parametrize("count", [1, 3])
def test_sheet_of_parts_is_taken_out_for_as_many_queries_at_any_size(django_assert_num_queries, count):
    """Records, then all their parts with what they refer to."""
    for _ in range(count):
        ParticipationFactory(person=PersonFactory())

    with django_assert_num_queries(2):
        download_sheet(SHEETS["participants"], form="csv")
