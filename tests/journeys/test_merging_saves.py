"""A stale save comes back as a merge of three texts: what was opened, what was saved since, what was typed."""

import pytest

from newsroom.desk.models import Article
from relations.models import ActorName
from tests.factories.desk import AuthorFactory
from tests.factories.relations import PersonFactory, TopicFactory
from tests.journeys.desks import Desk, shows
from tests.journeys.writing import rewrite, write

pytestmark = pytest.mark.django_db

OPENED, FIRST, SECOND = "Talks opened", "Talks opened in Algiers", "Talks opened in Baku"


@pytest.fixture
def article(users):
    return write(users["reporter"], headline_en=OPENED, headline_fr="Ouverture", body_en="<p>Opened text.</p>")


@pytest.fixture
def desks(client, users):
    def open_both(record) -> tuple[Desk, Desk]:
        return Desk(client, users["reporter"], record), Desk(client, users["editor"], record)

    return open_both


def kept(article) -> Article:
    return Article.objects.get(pk=article.pk)


def merge_of(response):
    return response.context["unsaved"]["not_saved"]


def names(found) -> list[str]:
    return [one.name for one in found]


def text(pieces) -> str:
    return "".join(piece.text for piece in pieces if piece.kind != "gone")


def test_what_only_one_side_changed_is_in_the_form_without_a_question(article, desks):
    first, second = desks(article)
    first.save(headline_fr="Ouverture à Alger")
    refused = second.save(headline_en=SECOND)

    merge = merge_of(refused)
    assert (names(merge.mine), names(merge.theirs), merge.contested, merge.knows_base) == (
        ["headline_en"],
        ["headline_fr"],
        [],
        True,
    )
    second.opened = second.fields(refused)
    assert second.save().status_code == 302
    assert (kept(article).headline_en, kept(article).headline_fr) == (SECOND, "Ouverture à Alger")


def test_what_both_changed_is_shown_in_three_hands_with_words_marked(article, desks):
    first, second = desks(article)
    first.save(headline_en=FIRST)
    refused = second.save(headline_en=SECOND)

    [contested] = merge_of(refused).contested
    assert (contested.name, contested.base) == ("headline_en", OPENED)
    assert (text(contested.theirs), text(contested.mine)) == (FIRST, SECOND)
    assert [choice.value for choice in contested.choices] == ["mine", "theirs", "together"]
    assert shows(refused, OPENED, "<ins> in Algiers</ins>", "<ins> in Baku</ins>", "reporter") == [True] * 4
    assert second.fields(refused)["headline_en"] == [SECOND]


@pytest.mark.parametrize(
    ("choice", "saved"), [("mine", SECOND), ("theirs", FIRST), ("together", f"{SECOND} / {FIRST}"), ("else", SECOND)]
)
def test_choice_is_saved_by_a_second_press_without_any_script(article, desks, choice, saved):
    first, second = desks(article)
    first.save(headline_en=FIRST)
    second.opened = second.fields(second.save(headline_en=SECOND))

    assert second.save(**{"choose:headline_en": choice}).status_code == 302
    assert kept(article).headline_en == saved


def test_choice_can_be_put_into_the_form_before_it_is_saved(article, desks):
    first, second = desks(article)
    first.save(body_en="<p>First text.</p>")
    second.opened = second.fields(second.save(body_en="<p>Second text.</p>"))
    settled = second.save(**{"choose:body_en": "together", "_settle": "1"})

    assert (settled.status_code, kept(article).body_en) == (200, "<p>First text.</p>")
    second.opened = second.fields(settled)
    assert second.opened["body_en"] == ["<p>Second text.</p><p>First text.</p>"]
    assert second.save().status_code == 302


def test_third_save_in_between_is_merged_again_with_the_choice_kept(article, desks, users):
    first, second = desks(article)
    first.save(headline_en=FIRST)
    second.opened = second.fields(second.save(headline_en=SECOND))
    rewrite(article, users["publisher"], headline_fr="Une troisième main")
    refused = second.save(**{"choose:headline_en": "theirs"})

    assert (names(merge_of(refused).theirs), merge_of(refused).contested) == (["headline_fr"], [])
    assert second.fields(refused)["headline_en"] == [FIRST]


def test_what_is_typed_beside_an_open_question_still_belongs_to_what_was_opened(article, desks):
    first, second = desks(article)
    opened = int(second.opened["seen_version"][0])
    first.save(headline_en=FIRST, headline_fr="Ouverture à Alger")

    assert second.save(headline_en=SECOND).context["unsaved"]["row_version"] == opened
    assert second.save(slugline="talks").context["unsaved"]["row_version"] == opened + 1


def test_text_that_was_opened_but_never_kept_is_compared_with_two_and_said_so(users, desks):
    person = PersonFactory(name_en=OPENED)
    first, second = desks(person)
    first.save(name_en=FIRST)
    refused = second.save(name_en=SECOND)

    assert merge_of(refused).knows_base is False
    assert shows(refused, "two texts are compared", FIRST, SECOND) == [True] * 3


def test_validation_still_speaks_after_a_merge(article, desks):
    first, second = desks(article)
    first.save(headline_fr="Ouverture à Alger")
    refused = second.save(urgency="12")
    second.opened = second.fields(refused)

    assert (second.save().status_code, kept(article).urgency) == (200, 5)


# Parts


def person_with_names(desks, *forms):
    person = PersonFactory()
    for form in forms:
        ActorName.objects.create(actor=person, lang="en", form=form)
    first, second = desks(person)
    # A first save through the form, so that what both open is kept.
    first.save(gender="f")
    first.opened, second.opened = first.fields(first.open()), second.fields(second.open())
    return person, first, second


def forms_of(person) -> list[str]:
    return sorted(ActorName.objects.filter(actor=person).values_list("form", flat=True))


def test_parts_added_by_both_are_all_kept(desks):
    person, first, second = person_with_names(desks, "Ali")
    added = {"names-TOTAL_FORMS": "2", "names-1-lang": "en", "names-1-kind": "full", "names-1-match": "always"}
    first.save(**added, **{"names-1-form": "Vali"})
    refused = second.save(**added, **{"names-1-form": "Pirvali"})
    second.opened = second.fields(refused)

    assert second.save().status_code == 302
    assert forms_of(person) == ["Ali", "Pirvali", "Vali"]


def test_part_taken_away_by_the_other_and_rewritten_here_comes_back_only_by_choice(desks):
    person, first, second = person_with_names(desks, "Ali", "Vali")
    first.save(**{"names-0-DELETE": "on"})
    refused = second.save(**{"names-0-form": "Ali the Elder"})

    [contested] = merge_of(refused).contested
    assert [choice.value for choice in contested.choices] == ["mine", "theirs"]
    second.opened = second.fields(refused)
    assert second.opened[contested.name.replace("DELETE", "form")] == ["Ali the Elder"]
    assert second.save(**{f"choose:{contested.name}": "theirs"}).status_code == 302
    assert forms_of(person) == ["Vali"]


def test_part_taken_away_by_the_other_and_rewritten_here_is_saved_as_typed(desks):
    person, first, second = person_with_names(desks, "Ali", "Vali")
    first.save(**{"names-0-DELETE": "on"})
    second.opened = second.fields(second.save(**{"names-0-form": "Ali the Elder"}))

    assert second.save().status_code == 302
    assert forms_of(person) == ["Ali the Elder", "Vali"]


def test_part_that_moved_up_in_the_page_keeps_its_own_words(desks):
    person, first, second = person_with_names(desks, "Ali", "Vali")
    first.save(**{"names-0-DELETE": "on"})
    refused = second.save(**{"names-1-form": "Vali the Younger"})
    second.opened = second.fields(refused)

    assert merge_of(refused).contested == []
    assert second.save().status_code == 302
    assert forms_of(person) == ["Vali the Younger"]


def test_links_chosen_by_both_can_be_kept_together(article, desks):
    topics = [TopicFactory(), TopicFactory()]
    first, second = desks(article)
    first.save(topics=[topics[0].pk])
    second.opened = second.fields(second.save(topics=[topics[1].pk]))

    assert second.save(**{"choose:topics": "together"}).status_code == 302
    assert set(kept(article).topics.all()) == set(topics)


def test_byline_that_both_added_alike_is_one_byline(article, desks):
    author = AuthorFactory()
    first, second = desks(article)
    added = {"bylines-TOTAL_FORMS": "1", "bylines-0-author": author.pk, "bylines-0-position": "1"}
    first.save(**added)
    refused = second.save(**added, headline_en=SECOND)
    second.opened = second.fields(refused)

    assert second.save().status_code == 302
    assert [byline.author for byline in kept(article).bylines.all()] == [author]
