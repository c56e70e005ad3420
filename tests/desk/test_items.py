"""Addresses, given to many texts at once."""

import pytest

from newsroom.desk.items import give_addresses
from newsroom.desk.models import Version
from newsroom.public.models import Address
from tests.factories.relations import EventFactory, PlaceFactory

pytestmark = pytest.mark.django_db


def text(language="en", factory=EventFactory, slug="") -> Version:
    return Version.objects.create(record=factory(), language=language, slug=slug)


def addresses(titles: dict) -> list[str]:
    give_addresses(titles)
    return [version.slug for version in titles]


def test_addresses_of_equal_titles_are_numbered_within_a_kind_and_language():
    texts = [text(), text(), text("fr"), text(factory=PlaceFactory), text()]

    assert addresses(dict.fromkeys(texts, "Talks")) == ["talks", "talks-2", "talks", "talks", "talks-3"]


def test_address_that_another_text_or_record_has_is_numbered():
    text(slug="talks")
    Address.objects.create(kind="event", language="en", slug="talks-2", uid="0" * 26)

    assert addresses({text(): "Talks"}) == ["talks-3"]


def test_address_that_looks_like_a_numbered_one_is_not_given_twice():
    texts = {text(): "Talks", text(): "Talks", text(): "Talks 2"}

    assert addresses(texts) == ["talks", "talks-2", "talks-2-2"]


def test_address_is_given_once_and_kept():
    assert addresses({text(slug="old-name"): "New name"}) == ["old-name"]


def test_address_of_a_record_is_its_own_again():
    version = text()
    Address.objects.create(kind="event", language="en", slug="talks", uid=version.record.uid)

    assert addresses({version: "Talks"}) == ["talks"]


def test_address_of_a_title_without_letters_is_the_uid():
    version = text()

    assert addresses({version: "…"}) == [version.record.uid]


def test_addresses_take_two_queries_however_many(django_assert_num_queries):
    titles = {text(): f"Talks {number}" for number in range(5)}

    # Owned addresses, addresses given to drafts.
    with django_assert_num_queries(2):
        give_addresses(titles)
