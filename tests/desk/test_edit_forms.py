"""What a record's form offers: its languages, parts of parts, records by any spelling, dates in words, clean running text."""

import pytest
from django.urls import reverse

from newsroom.desk.compose.rich_text import tidy
from newsroom.desk.demonstration.people import make_accounts
from newsroom.desk.models import Article
from newsroom.desk.saving import saving_many
from relations.models import Actor, Attestation, Citation, Dispute, Signature
from tests.factories.desk import ArticleFactory
from tests.factories.relations import (
    AgreementActFactory,
    AttestationFactory,
    CitationFactory,
    ClaimFactory,
    CountryFactory,
    DisputeFactory,
    EventFactory,
    PersonFactory,
    SourceFactory,
    TenureFactory,
)
from tests.journeys.desks import Desk
from tests.journeys.writing import rewrite, submit, texts, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def users():
    return make_accounts()


@pytest.fixture
def at(client, users):
    """`at(record)`: the translator with its form open."""
    return lambda record, by="translator": Desk(client, users[by], record)


def saved(*records) -> None:
    with saving_many(references=False) as saves:
        for record in records:
            saves.add(record)


# Languages


def tabs(page) -> dict:
    return {tab.language.code: tab for tab in page.context["tabs"]}


def test_tab_tells_stage_emptiness_and_what_fell_behind(at, users):
    article = write(users["reporter"], headline_en="One", body_en="<p>Text.</p>", headline_fr="Un", headline_az="Bir")
    submit(texts(article, "en"), users["reporter"])
    rewrite(article, users["reporter"], headline_en="Two")
    shown = tabs(at(article).open())

    assert {code: tab.version and tab.version.stage for code, tab in shown.items()} == {
        "en": "draft",
        "fr": "draft",
        "ar": None,
        "az": "draft",
    }
    assert {code: tab.missing for code, tab in shown.items()} == {
        "en": [],
        "fr": ["body_fr"],
        "ar": [],
        "az": ["body_az"],
    }
    assert {code: tab.stale for code, tab in shown.items()} == {
        "en": set(),
        "fr": {"headline_fr"},
        "ar": set(),
        "az": {"headline_az"},
    }


def test_stale_text_of_a_part_is_marked_at_its_input(at, users):
    event = EventFactory(original_language="en")
    claim = ClaimFactory(record=event)
    saved(event)
    desk = at(event)
    assert desk.save(**{"claims-0-text_en": "Claimed otherwise"}).status_code == 302

    page = desk.open()
    assert tabs(page)["fr"].stale == {"claims-0-text_fr"}
    assert claim.key in page.context["inline_admin_formsets"][1].formset.forms[0].instance.key
    assert page.text.count("its source has changed") == 3


def test_errors_are_counted_by_language(at):
    event = EventFactory()
    ClaimFactory(record=event)
    saved(event)
    long = "x" * 300
    page = at(event).save(title_ar=long, **{"claims-0-attribution_text_ar": long, "date": "soon"})

    assert {code: tab.errors for code, tab in tabs(page).items()} == {"en": 0, "fr": 0, "ar": 2, "az": 0}


def test_every_translated_input_has_its_language_and_direction(at):
    event = EventFactory()
    ClaimFactory(record=event)
    saved(event)
    page = at(event).open()
    forms = [
        page.context["adminform"].form,
        *(f for i in page.context["inline_admin_formsets"] for f in i.formset.forms),
    ]
    inputs = {
        (form.prefix, name): (attrs.get("lang"), attrs.get("dir"))
        for form in forms
        for name, field in form.fields.items()
        if name[-3:] in ("_en", "_fr", "_ar", "_az") and (attrs := field.widget.attrs) is not None
    }

    assert len(inputs) == 12 + 8
    for (_form, name), found in inputs.items():
        assert found == (name[-2:], "rtl" if name.endswith("_ar") else "ltr")
    for language, direction in (("ar", "rtl"), ("fr", "ltr")):
        assert page.text.count(f'field-title_{language}" lang="{language}" dir="{direction}"') == 1
        assert page.text.count(f'field-text_{language}" lang="{language}" dir="{direction}"') == 2


# Parts and parts of parts


def test_attestation_is_added_to_a_post_held_and_only_those_of_the_person_are_offered(at):
    tenure, other = TenureFactory(), TenureFactory()
    desk = at(tenure.person)
    row = {"attestations-TOTAL_FORMS": 1, "attestations-0-on": "2024-05"}

    refused = desk.save(**row, **{"attestations-0-tenure": other.pk})
    assert (refused.status_code, Attestation.objects.count()) == (200, 0)
    assert desk.save(**row, **{"attestations-0-tenure": tenure.pk}).status_code == 302
    assert [(row.tenure, str(row.on)) for row in Attestation.objects.all()] == [(tenure, "2024-05")]


def test_attestation_is_changed_and_taken_away(at):
    first = AttestationFactory()
    second = AttestationFactory(tenure=first.tenure, on="2025-06")
    at(first.tenure.person).save(**{"attestations-0-on": "2020", "attestations-1-DELETE": "on"})

    assert [(row.pk, str(row.on)) for row in Attestation.objects.all()] == [(first.pk, "2020")]
    assert second.pk != first.pk


def test_signature_is_added_to_an_act(at):
    act, person, side = AgreementActFactory(), PersonFactory(), CountryFactory()
    row = {"signatures-0-act": act.pk, "signatures-0-person": person.pk, "signatures-0-side": side.pk}

    assert at(act.agreement).save(**{"signatures-TOTAL_FORMS": 1}, **row).status_code == 302
    assert [(row.act, row.person, row.side) for row in Signature.objects.all()] == [(act, person, side)]


def test_citation_supports_the_record_or_one_of_its_parts(at):
    event, source = EventFactory(), SourceFactory()
    claim, strange = ClaimFactory(record=event), ClaimFactory()
    kept = CitationFactory(record=event)
    saved(event)
    desk = at(event)
    new = {"citations-TOTAL_FORMS": 2, "citations-1-source": source.pk}

    assert desk.save(**new, **{"citations-1-supports": f"claim:{strange.pk}"}).status_code == 200
    assert desk.save(**new, **{"citations-1-supports": f"claim:{claim.pk}"}).status_code == 302
    assert {row.pk: row.claim for row in Citation.objects.all()} == {kept.pk: None, kept.pk + 1: claim}
    page = desk.open()
    chosen = [form["supports"].value() for form in page.context["inline_admin_formsets"][-1].formset.forms]
    assert sorted(chosen) == ["", f"claim:{claim.pk}"]


def test_links_to_many_are_kept_and_changed(at):
    dispute, other = DisputeFactory(), ClaimFactory()
    first, second = ClaimFactory(record=dispute.record), PersonFactory()
    dispute.claims.set([first, other])
    dispute.about.set([second.record_ptr])
    event = dispute.record.working_row()
    saved(event)

    assert at(event).save(title_en="Renamed").status_code == 302
    assert set(Dispute.objects.get().claims.all()) == {first, other}
    assert at(event).save(**{"disputes-0-claims": [other.pk], "disputes-0-about": []}).status_code == 302
    assert (list(Dispute.objects.get().claims.all()), list(Dispute.objects.get().about.all())) == ([other], [])


def test_part_is_told_in_one_line(at):
    act = AgreementActFactory(date="[2022-07-31..2022-08-30]")
    page = at(act.agreement).open()

    assert "signed · between 31 July and 30 August 2022" in page.text


# Finding


@pytest.fixture
def find(client, users):
    def asked(query, by="reporter", **given):
        client.force_login(users[by])
        return client.get(reverse("admin:found"), {"q": query, **given}).json()["found"]

    return asked


@pytest.mark.parametrize("query", ["Əlcəzair", "elcezair", "Algérie", "algerie", "الجزائر", "alg"])
def test_record_is_found_in_every_script_and_shown_in_the_language_asked_for(find, query):
    saved(
        CountryFactory(key="algeria", name_en="Algeria", name_fr="Algérie", name_ar="الجزائر", name_az="Əlcəzair"),
        CountryFactory(key="tunisia", name_en="Tunisia", name_fr="Tunisie", name_ar="تونس", name_az="Tunis"),
    )

    shown = {"path": "actor/algeria", "title": "الجزائر", "kind": "actor", "lang": "ar", "dir": "rtl"}
    assert find(query, language="ar") == [{"id": Actor.objects.get(key="algeria").pk, **shown}]


def test_finds_are_narrowed_by_kind_and_type_and_at_most_twenty(find):
    saved(*(PersonFactory(name_en=f"Baku {n}") for n in range(25)), EventFactory(title_en="Talks in Baku"))
    saved(CountryFactory(key="land", name_en="Baku land"))

    assert len(find("baku")) == 20
    assert [one["title"] for one in find("baku", kinds="event")] == ["Talks in Baku"]
    assert [one["path"] for one in find("baku", kinds="actor", types="country")] == ["actor/land"]


def test_title_with_the_words_comes_before_what_only_has_them_elsewhere(find):
    named, other = PersonFactory(name_en="Jeyhun Bayramov"), PersonFactory(name_en="Dz", summary_en="Met Bayramov")
    saved(named, other)

    assert [one["title"] for one in find("bayramov")] == ["Jeyhun Bayramov", "Dz"]


def test_record_without_a_text_in_a_language_is_shown_in_the_one_it_was_written_in(find):
    saved(EventFactory(original_language="fr", title_en="Talks", title_fr="Entretiens", title_ar=""))

    assert [(one["title"], one["lang"]) for one in find("talks", language="ar")] == [("Entretiens", "fr")]


def test_only_those_who_may_see_a_kind_find_it(find, users):
    saved(EventFactory(title_en="Talks"), ArticleFactory(headline_en="Talks told"))
    group = users["reporter"].groups.get()
    group.permissions.remove(*group.permissions.filter(codename="view_event"))

    assert [one["title"] for one in find("talks")] == ["Talks told"]


def test_whoever_sees_no_texts_finds_nothing(client, users):
    group = users["reporter"].groups.get()
    group.permissions.remove(*group.permissions.filter(codename="view_version"))
    client.force_login(users["reporter"])

    answers = [client.get(reverse(name), {"q": "talks"}).status_code for name in ("admin:found", "admin:date_read")]
    assert answers == [403, 403]


def test_list_of_records_is_searched_across_scripts(client, users):
    saved(PersonFactory(key="attaf", name_en="Ahmed Attaf", name_ar="أحمد عطاف"), PersonFactory(name_en="Somebody"))
    client.force_login(users["reporter"])

    page = client.get(reverse("admin:relations_actor_changelist"), {"q": "احمد"})
    assert [row.key for row in page.context["cl"].result_list] == ["attaf"]


# Dates


@pytest.fixture
def read(client, users):
    client.force_login(users["reporter"])

    def said(text, language="en", **given):
        headers = {"accept-language": language}
        return client.get(reverse("admin:date_read"), {"text": text, **given}, headers=headers).json()

    return said


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("[2022-07-31..2022-08-30]", "en", "between 31 July and 30 August 2022"),
        ("[2022-07-31..2022-08-30]", "fr", "entre le 31 juillet et le 30 août 2022"),
        ("2024/..", "en", "since 2024"),
        ("2025-04", "ar", "أفريل 2025"),
        ("", "en", ""),
    ],
)
def test_date_is_said_in_the_language_of_the_interface(read, text, language, said):
    assert read(text, language) == {"said": said}


def test_open_date_of_a_moment_is_not_said_as_a_period(read):
    assert read("2024/..", once="1") == {"said": "2024 or later"}


def test_bad_date_says_what_to_write(read):
    assert read("21/04/2025") == {"error": "Write the year first, then month and day: 2025-04-21."}


def test_form_says_the_dates_it_holds(at):
    event = EventFactory(date="[2022-07-31..2022-08-30]")

    assert 'data-said="between 31 July and 30 August 2022"' in at(event).open().text


# Running text


def test_running_text_is_kept_without_what_may_not_be_published(at, users):
    article = write(users["reporter"], headline_en="One", body_en="<p>Text.</p>")
    link = '<p dir="rtl">نص <a href="record:actor/attaf">عطاف</a></p>'
    typed = f'{link}<script>alert(1)</script><p onclick="x()">Two <a href="javascript:x()">three</a></p>'

    assert at(article).save(body_ar=typed).status_code == 302
    assert Article.objects.get().body_ar == f"{link}<p>Two <a>three</a></p>"


@pytest.mark.parametrize("empty", ["", "<p></p>", "<p> </p><p><br></p>"])
def test_running_text_without_words_is_empty(empty):
    assert tidy(empty) == ""
