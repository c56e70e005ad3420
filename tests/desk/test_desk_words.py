"""What the desk says around its data is said in the language of whoever works there, down to words of libraries."""

import re
from html.parser import HTMLParser

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone

from newsroom.desk import workflow
from newsroom.desk.demonstration.people import make_accounts
from newsroom.desk.models import Version
from newsroom.desk.saving import saving_many
from newsroom.desk.workflow import ALL_WARNINGS
from newsroom.partners.models import Partner
from relations.models import Record
from tests.factories import desk, relations

pytestmark = pytest.mark.django_db(databases=["default", "usage"])

FACTS = """Attestation Capacity Citation Claim Dispute Observation Participation Picture Place PostTitle Quote Series
Signature Topic""".split()
MAKERS = [desk.ArticleActorFactory, desk.BylineFactory, desk.HouseWordFactory]
MAKERS += [getattr(relations, f"{name}Factory") for name in FACTS]
# Names of standards and of this product, and languages by their own names.
EVERYWHERE = {"Azərbaycanca", "CSV", "Communiqué", "English", "Excel (.xlsx)", "Français", "GeoNames", "SHA-256", "UTC"}
COGNATES = {
    "ar": "",
    "fr": "article articles audience citations communiqué consul contact convention date document dossier dossiers "
    "institution intention mentions message organisation participant participants parties permissions ratification "
    "signatures source sources stock type versions volume webhooks",
    "az": "media region status",
}
SPEAKS = {"a", "button", "caption", "h1", "h2", "label", "legend", "option", "summary", "th"}
# Where the names of rows and what they hold stands.
DATA = {"part__summary", "readonly", "url"}
VOID = {"base", "br", "col", "hr", "img", "input", "link", "meta"}


class Said(HTMLParser):
    """The texts of elements that label something."""

    def __init__(self, page: str):
        super().__init__()
        self.open, self.texts = [], set()
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        if given.get("type") == "submit":
            self.texts.add(given.get("value", ""))
        if tag not in VOID:
            classes = given.get("class", "").split()
            self.open.append((tag, tag in SPEAKS or "help" in classes, is_data(tag, classes, given)))

    def handle_endtag(self, tag):
        if tag in (name for name, *_ in self.open):
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data):
        if any(speaks for _tag, speaks, _ in self.open) and not any(holds for _tag, _, holds in self.open):
            self.texts.add(" ".join(data.split()).strip("– "))


def is_data(tag: str, classes: list[str], given: dict[str, str]) -> bool:
    """A cell of a list, a choice among rows, what a row is called above its form, words in a language of their own."""
    is_cell = tag in ("td", "th") and any(one.startswith("field-") for one in classes)
    is_row = tag == "option" and re.search(r"\d", given.get("value", ""))
    is_named = (tag == "h2" and not given) or (tag != "html" and "lang" in given)
    return bool(is_cell or is_row or is_named or DATA & set(classes)) or given.get("href", "").startswith("/media/")


@pytest.fixture
def users():
    """Accounts, and a row of everything."""
    for maker in MAKERS:
        maker()
    with saving_many(references=False) as saves:
        for record in Record.objects.all():
            saves.add(record)
    workflow.submit(versions=Version.objects.filter(record__kind="article")[:1], by=None, acknowledged=ALL_WARNINGS)
    Partner.objects.create(name="2", contact="2@example.org")
    AccessAttempt.objects.create(attempt_time=timezone.now(), username="2", failures_since_start=1)
    accounts = make_accounts()
    get_user_model().objects.update(first_name="2")
    RecoveryCodes.activate(accounts["reporter"])
    return accounts


def addresses():
    """The list, the new form and one row of every model."""
    for model in admin.site._registry:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        yield from (reverse(f"{name}_changelist"), reverse(f"{name}_add"))
        yield reverse(f"{name}_change", args=[model._base_manager.first().pk])


def said(client, address: str, language: str) -> set[str]:
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    answer = client.get(address)
    texts = Said(answer.text).texts if answer.status_code == 200 else ()
    return {text for text in texts if re.search("[A-Za-z]{3}", text)} - EVERYWHERE


@pytest.mark.parametrize("role", ["administrator", "publisher"])
def test_desk_says_nothing_in_english_to_who_reads_another_language(client, users, role):
    client.force_login(users[role])
    english = {address: said(client, address, "en") for address in addresses()}

    for language, cognates in COGNATES.items():
        alike = {text: at for at, texts in english.items() for text in texts & said(client, at, language)}
        assert {text: at for text, at in alike.items() if text.lower() not in cognates.split()} == {}, language
    assert sum(map(len, english.values())) > 1000
