"""A file in the admin: chosen, shown, confirmed; and records taken out."""

import csv
import io
import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from relations.models import Event, Record
from tests.factories.relations import EventFactory
from tests.journeys.writing import rewrite, write

pytestmark = pytest.mark.django_db

HEADER = b"key,type,date,title_fr\n"


@pytest.fixture
def event(users):
    return EventFactory(key="talks", title_fr="Avant", title_en="=1+1")


@pytest.fixture
def send(client, users):
    """Choose a file on the page, as somebody."""

    def chosen(content, *, name="events.csv", what="events", by="reporter", **headers):
        client.force_login(users[by])
        file = SimpleUploadedFile(name, content)
        return client.post(reverse("admin:import"), {"what": what, "file": file}, **headers)

    return chosen


def confirm(client, page):
    return client.post(reverse("admin:import"), {"sealed": page.context["sealed"]})


def test_file_is_shown_then_confirmed(client, send, event):
    page = send(HEADER + b"talks,talks,2025-04-21,Apres\nround,talks,2024,Nouveau\n")
    shown = {section.state: section.count for section in page.context["plan"].sections}

    assert shown == {"new": 1, "changed": 1, "unchanged": 0, "refused": 0}
    assert ("<del>Avant</del>" in page.text, "<ins>Apres</ins>" in page.text) == (True, True)
    assert Event.objects.get(key="talks").title_fr == "Avant"
    assert confirm(client, page).headers["Location"] == reverse("admin:import")
    assert dict(Event.objects.values_list("key", "title_fr")) == {"talks": "Apres", "round": "Nouveau"}


def test_faults_are_told_in_the_language_of_the_interface(send, event):
    page = send(HEADER + b"talks,talks,2025-99,x\n", headers={"accept-language": "fr"})

    assert 'lang="fr"' in page.text
    assert [(fault.column, bool(fault.text)) for fault in page.context["plan"].faults] == [("date", True)]
    assert page.context["sealed"] == ""


def test_save_between_showing_and_confirming_is_refused_with_both_texts(client, send, users, event):
    page = send(HEADER + b"talks,talks,2025-04-21,Du fichier\n")
    client.force_login(users["reporter"])
    Event.objects.filter(pk=event.pk).update(title_fr="Entre-temps")
    Record.objects.filter(pk=event.pk).update(row_version=7)
    answer = confirm(client, page)

    assert answer.status_code == 409
    assert ("Entre-temps" in answer.text, "Du fichier" in answer.text) == (True, True)
    assert Event.objects.get(key="talks").title_fr == "Entre-temps"


def test_seal_of_another_person_is_refused(client, send, users, event):
    page = send(HEADER + b"talks,talks,2025-04-21,Apres\n")
    client.force_login(users["editor"])

    assert confirm(client, page).status_code == 302
    assert Event.objects.get(key="talks").title_fr == "Avant"


def test_interchange_file_goes_out_and_comes_back(client, send, users):
    article = write(users["reporter"], headline_en="As it was", body_en="<p>Text.</p>")
    client.force_login(users["reporter"])
    file = client.get(reverse("admin:export"), {"what": "article", "form": "json"})
    document = json.loads(file.content)
    document["records"][0]["headline"]["en"] = "As the file has it"
    page = send(json.dumps(document).encode(), name="articles.json")

    assert [entry.cells[0].new for entry in page.context["plan"].sections[1].entries] == ["As the file has it"]
    confirm(client, page)
    article.refresh_from_db()
    assert article.headline_en == "As the file has it"


def test_interchange_file_older_than_the_record_is_refused(client, send, users):
    article = write(users["reporter"], headline_en="As it was", body_en="<p>Text.</p>")
    client.force_login(users["reporter"])
    file = client.get(reverse("admin:export"), {"what": "article", "form": "json"})
    rewrite(article, users["editor"], headline_en="Saved meanwhile")
    page = send(file.content, name="articles.json")

    faults = [fault.text for fault in page.context["plan"].faults]
    assert (len(faults), "Saved meanwhile" in faults[1], "As it was" in faults[1]) == (2, True, True)


def test_export_neutralises_formulas_and_says_its_encoding(client, users, event):
    client.force_login(users["translator"])
    file = client.get(reverse("admin:export"), {"what": "events", "form": "csv"})
    rows = list(csv.DictReader(io.StringIO(file.content.decode("utf-8-sig"))))

    assert file.content.startswith(b"\xef\xbb\xbf")
    assert (rows[0]["key"], rows[0]["title_en"], rows[0]["title_fr"]) == ("talks", "'=1+1", "Avant")


def test_chosen_records_are_taken_out_of_their_list(client, users, event):
    EventFactory(key="left-out")
    client.force_login(users["translator"])
    chosen = {"action": "download_csv", "_selected_action": [event.pk]}
    file = client.post(reverse("admin:relations_event_changelist"), chosen)

    rows = list(csv.DictReader(io.StringIO(file.content.decode("utf-8-sig"))))
    assert [row["key"] for row in rows] == ["talks"]


@pytest.mark.parametrize("name", ["import", "export"])
def test_pages_open_for_who_may_and_for_no_other(client, users, name):
    address = reverse(f"admin:{name}")
    assert client.get(address).status_code == 302
    users["reporter"].groups.clear()
    for who, status in (("reporter", 403), ("translator", 200)):
        client.force_login(users[who])
        assert client.get(address).status_code == status


def test_export_of_a_kind_without_permission_is_not_offered(client, users, event):
    group = users["reporter"].groups.get()
    group.permissions.remove(*group.permissions.filter(codename__endswith="_event"))
    client.force_login(users["reporter"])
    page = client.get(reverse("admin:export"), {"what": "events", "form": "csv"})

    assert page.headers["Content-Type"].startswith("text/html")
    assert 'value="events"' not in page.text
