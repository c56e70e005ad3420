"""Running text: what is kept of it, and what becomes of its links."""

import pytest

from newsroom.desk.compose import compose
from newsroom.desk.compose.rich_text import clean, plain_text, segments
from tests.factories import desk as texts
from tests.factories import relations as facts


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("<p>A <strong>b</strong> <em>c</em><br>d</p>", "<p>A <strong>b</strong> <em>c</em><br>d</p>"),
        ('<p onclick="x()" class="y" style="z">A</p>', "<p>A</p>"),
        ("<p>A<script>alert(1)</script></p>", "<p>A</p>"),
        ('<p>A<img src="x" onerror="y"></p>', "<p>A</p>"),
        ("<h1>A</h1>", "A"),
        ("<table><tr><td>A</td></tr></table>", "A"),
        ('<p dir="rtl" lang="ar">ا</p>', '<p dir="rtl" lang="ar">ا</p>'),
        ("<!-- note --><p>A</p>", "<p>A</p>"),
        ("<p>1 < 2 & 3</p>", "<p>1 &lt; 2 &amp; 3</p>"),
    ],
)
def test_only_plain_markup_is_kept(written, kept):
    assert clean(written) == kept


@pytest.mark.parametrize(
    "address",
    [
        "/x",
        "x?https:",
        "javascript:alert(1)",
        "data:text/html,x",
        "http://plain.example/",
        "//other.example/",
        "x?y=https:",
        "mailto:a@b.example",
    ],
)
def test_links_of_other_schemes_lose_their_address(address):
    assert "href" not in clean(f'<p><a href="{address}">words</a></p>')


def test_https_links_are_kept():
    assert 'href="https://site.example/?a=1&amp;b=2"' in clean('<p><a href="https://site.example/?a=1&b=2">w</a></p>')


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("<p>One  two</p><p>three</p>", "One two\nthree"),
        ("<ul><li>a</li><li>b</li></ul>", "a\nb"),
        ("<p>a<br>b &amp; c</p>", "a\nb & c"),
        ("<p></p>", ""),
        ("", ""),
    ],
)
def test_plain_text_has_a_line_for_each_block(written, words):
    assert plain_text(written) == words


@pytest.mark.django_db
def test_links_to_records_become_markers():
    person = facts.PersonFactory()

    found = segments(f'<p>Then <a href="record:actor/{person.key}" dir="ltr"><em>he</em></a> spoke.</p>')

    assert found == ["<p>Then ", {"$link": person.uid, "words": "<em>he</em>"}, " spoke.</p>"]


@pytest.mark.django_db
def test_two_links_beside_each_other_stay_apart():
    one, other = facts.PersonFactory(), facts.EventFactory()

    found = segments(f'<a href="record:actor/{one.key}">a</a><a href="record:event/{other.key}">b</a>')

    assert found == [{"$link": one.uid, "words": "a"}, {"$link": other.uid, "words": "b"}]


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["actor/nobody", "nothing", "", "actor/a/b", "event/&quot;x"])
def test_link_to_no_record_leaves_its_words(path):
    assert segments(f'<p>See <a href="record:{path}">the words</a>.</p>') == ["<p>See the words.</p>"]


@pytest.mark.django_db
def test_record_of_another_kind_does_not_answer_for_a_key():
    person = facts.PersonFactory()

    assert segments(f'<a href="record:event/{person.key}">x</a>') == ["x"]


@pytest.mark.django_db
def test_article_counts_words_and_freezes_each_body_by_itself():
    article = texts.ArticleFactory(body_en="<p>Three small words</p>", body_fr="<p>Deux mots</p>")

    english, french = compose(article, "en")["payload"], compose(article, "fr")["payload"]

    assert (english["word_count"], english["body"], english["body_text"]) == (
        3,
        ["<p>Three small words</p>"],
        "Three small words",
    )
    assert french["word_count"] == 2


@pytest.mark.django_db
def test_article_names_what_it_is_about():
    country, topic, event = facts.CountryFactory(), facts.TopicFactory(), facts.EventFactory()
    place = facts.PlaceFactory(parent=facts.PlaceFactory())
    link = texts.ArticleActorFactory(article__dateline_place=place, role="subject")
    article = link.article
    article.countries.add(country)
    article.topics.add(topic)
    article.events.add(event)
    byline = texts.BylineFactory(article=article)
    citation = facts.CitationFactory(record=article)

    frozen = compose(article, "en")

    assert frozen["payload"]["countries"] == [{"$must": country.uid}]
    assert frozen["payload"]["actors"] == [{"actor": {"$must": link.actor.uid}, "role": "subject"}]
    assert frozen["payload"]["byline"] == [{"author": {"$must": byline.author.uid}}]
    assert frozen["sort_date"] is None
    assert {
        ("country", country.uid),
        ("actor", link.actor.uid),
        ("role:subject", link.actor.uid),
        ("topic", topic.uid),
        ("event", event.uid),
        ("place", place.uid),
        ("place", place.parent.uid),
        ("author", byline.author.uid),
        ("source", citation.source.uid),
        ("kind", "report"),
    } <= set(frozen["facets"])


@pytest.mark.django_db
def test_lead_picture_is_frozen_with_its_words(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    picture = facts.PictureFactory(caption_fr="Légende", credit="Agency", focal_x=0.25)

    frozen = compose(texts.ArticleFactory(lead_picture=picture), "fr")

    assert frozen["payload"]["media"] == frozen["summary"]["media"]
    assert frozen["payload"]["media"] == [
        {
            "id": picture.uid,
            "url": {"$file": picture.file.name},
            "width": 40,
            "height": 30,
            "alt": picture.alt_fr,
            "caption": "Légende",
            "credit": "Agency",
            "rights": "",
            "rights_until": None,
            "focal_point": [0.25, 0.5],
            "renditions": [],
        }
    ]
    assert frozen["files"] == [picture.file.name]


@pytest.mark.django_db
def test_list_row_of_an_article_leaves_out_its_text():
    frozen = compose(texts.ArticleFactory(body_en="<p>canary</p>"), "en")

    assert "canary" not in str(frozen["summary"])
    assert frozen["summary"].keys() == {
        *(
            "kind",
            "headline",
            "standfirst",
            "slugline",
            "dateline",
            "byline",
            "urgency",
            "countries",
            "topics",
            "media",
        ),
    }
