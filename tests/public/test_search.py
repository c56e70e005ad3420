import datetime as dt
from itertools import count

import orjson
import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from newsroom.public import reading, search
from newsroom.public.models import Edition
from newsroom.public.search import backends, finding

pytestmark = pytest.mark.django_db
NUMBERS = count(1)
NOW = timezone.now()


def public(title, text="", language="en", kind="article", names=(), **fields):
    """An edition that is current since an hour, and its rows in the index."""
    number = next(NUMBERS)
    fields = {
        "uid": f"{number:026}",
        "number": 1,
        "state": "live",
        "action": "published",
        "live_from": NOW - dt.timedelta(hours=1),
        "sort_date": NOW - dt.timedelta(days=number),
        "slug": f"slug-{number}",
        "payload": orjson.dumps({"headline": title, "body_text": text}),
    } | fields
    edition = Edition(
        kind=kind,
        language=language,
        title=title,
        original_language=language,
        first_published_at=fields["live_from"],
        summary=b"{}",
        card=b"{}",
        **fields,
    )
    edition.save()
    search.index_edition(edition.pk, language, kind, title, text, names)
    return edition


def page(query, language="en", at=None, **kwargs):
    return search.find(query, language=language, current=reading.current(reading.moment(at)), **kwargs)


def uids(query, language="en", at=None, **kwargs):
    return [hit.uid for hit in page(query, language, at, **kwargs).hits]


def marked(segments):
    return "".join(f"[{segment['text']}]" if segment["match"] else segment["text"] for segment in segments)


@pytest.mark.parametrize(
    ("language", "query", "title", "text"),
    [
        ("fr", "Algerie", "Une visite", "Le ministre est en Algérie."),
        ("ar", "جزائري", "زيارة رسمية", "سفارة الجمهورية الجزائرية"),
        ("ar", "أذربيجان", "الجزائر واذربيجان", ""),
        ("ar", "اذربيجان", "العلاقات", "مع أذربيجان"),
        ("ar", "وزير", "الوزير", ""),
        ("ar", "الوزير", "وزير الطاقة", ""),
        ("az", "nazir", "Görüş", "Xarici işlər nazirlərin görüşü"),
        ("az", "elcezair", "Əlcəzair", ""),
        ("az", "iqtisadi", "Əlaqələr", "İqtisadi əlaqələr"),
        ("az", "İqtisadi", "iqtisadi əlaqələr", ""),
    ],
)
def test_edition_is_found_in_other_spellings_and_forms(language, query, title, text):
    edition = public(title, text, language)
    public("Something else", "of no interest", language)

    assert uids(query, language) == [edition.uid]


def test_every_word_must_be_there():
    both = public("Baku", "talks on gas")
    public("Baku", "talks on visas")

    assert uids("gas baku") == [both.uid]


def test_languages_are_apart():
    french = public("Bakou", "consultations", "fr")
    english = public("Baku", "consultations", "en")

    assert uids("consultations", "fr") == [french.uid]
    assert uids("consultations", "en") == [english.uid]


def test_kinds_restrict():
    event = public("Talks", kind="event")
    actor = public("Talks", kind="actor")
    public("Talks", kind="article")

    assert uids("talks", kinds=["actor", "event"]) == [event.uid, actor.uid]
    assert uids("talks", kinds=["place"]) == []
    assert uids("talks", kinds=[]) == []


def test_record_is_found_by_its_names_in_any_script():
    attaf = public("Ahmed Attaf", names=["أحمد عطاف", "Əhməd Attaf"], kind="actor")

    assert uids("عطاف") == uids("ehmed") == uids("attaf") == [attaf.uid]


def test_rank_is_title_then_name_then_headline_then_text_and_newest_first_in_each():
    text = public("Gas", "exports of Algeria")
    old_text = public("Oil", "exports of Algeria")
    headline = public("What the president of Algeria said to the press on the day after")
    name = public("Bank of Algeria")
    country = public("Algeria")
    other_name = public("DZ", names=["Algeria"])

    hits = page("algeria").hits

    assert [(hit.uid, hit.rank) for hit in hits] == [
        (country.uid, 0),
        (other_name.uid, 0),
        (name.uid, 1),
        (headline.uid, 2),
        (text.uid, 3),
        (old_text.uid, 3),
    ]


def test_pages_follow_each_other_without_gap_or_repetition():
    editions = [public("Visit", "to Baku") for _ in range(3)] + [public("Talks", "during a visit") for _ in range(4)]
    seen, after = [], None

    for _ in range(4):
        found = page("visit", page_size=2, after=after)
        seen += [hit.uid for hit in found.hits]
        after = found.after

    assert seen == [edition.uid for edition in editions]
    assert after is None


def test_position_survives_json():
    editions = [public("Visit") for _ in range(2)]
    after = tuple(orjson.loads(orjson.dumps(page("visit", page_size=1).after)))

    assert uids("visit", after=after) == [editions[1].uid]


def test_edition_is_found_in_its_time_only():
    hour = dt.timedelta(hours=1)
    past = public("Visit", live_from=NOW - 3 * hour, live_until=NOW - 2 * hour)
    public("Visit", live_from=NOW + hour)
    public("Visit", state="withdrawn", action="withdrawn")

    assert uids("visit") == []
    assert uids("visit", at=NOW - 2.5 * hour) == [past.uid]


def test_words_of_an_earlier_edition_are_not_found_once_it_is_replaced():
    hour = dt.timedelta(hours=1)
    first = public("Talks", "in November", live_from=NOW - 3 * hour, live_until=NOW - 2 * hour)
    public("Talks", "in December", uid=first.uid, number=2, live_from=NOW - 2 * hour)

    assert uids("November") == []
    assert uids("December") == [first.uid]


def test_dropped_edition_leaves_nothing_behind():
    edition = public("Talks", "canarybird")

    search.drop_edition(edition.pk)

    assert uids("canarybird") == uids("talks") == []
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM public_search")
        assert cursor.fetchone() == (0,)


def test_indexing_again_replaces():
    edition = public("Talks", "november")

    search.index_edition(edition.pk, "en", "article", "Talks", "december")

    assert uids("november") == []
    assert uids("december") == [edition.uid]


@pytest.mark.parametrize(
    "query",
    [
        "",
        " ",
        "'",
        '"',
        "\"'",
        "%",
        "_",
        "*",
        "NEAR(",
        "()",
        "-- ;",
        "&|!<->:",
        "\x00",
        "\ud800",
        "\\",
        "{}[]",
        "—…«»",
        "؟،",
        "the",
        "l'",
        "😀",
        "\u0301\u0301",
        "\u202e\u200f",
    ],
)
def test_query_of_syntax_finds_nothing(query):
    public("Talks", "'\"%_*()&|!")

    assert page(query) == search.Page([], None)


@pytest.mark.parametrize(
    "query",
    [
        'talks"',
        "'talks'",
        "talks)",
        "talks:*",
        "talks*",
        "-talks",
        "^talks",
        "lexemes:talks",
        "talks AND",
        "talks OR visit",
        "talks NOT visit",
        "ta\x00lks",
        "talks\x00",
        "talks; DROP TABLE public_search",
        "talks' || pg_sleep(9) --",
        "%s talks %(x)s",
        "talks " * 2000,
        "x" * 10_000,
        "ط" * 10_000,
        "🇩🇿" * 3_000,
        "Ա ა 漢字 ไทย हिन्दी ½ ﷺ",
    ],
)
def test_hostile_query_is_only_words(query):
    edition = public("Talks")

    assert set(uids(query)) <= {edition.uid}


def test_operators_are_words_like_others():
    public("Talks")
    with_words = public("Talks and visit, or not near")

    assert uids("talks OR visit NOT near") == [with_words.uid]


def test_hostile_text_can_be_indexed():
    edition = public("Talks")
    text = "\x00 \ud800 '); DROP " + "ə" * 5_000 + " ".join(map(str, range(100_000)))

    search.index_edition(edition.pk, "en", "article", "Talks\x00 \ud800 '\"\\", text)

    assert uids("talks") == uids("drop") == uids("12345") == [edition.uid]


def test_newest_are_found_among_many():
    """Over many more numbers than the smallest windows hold, frequent words and rare ones."""
    backend = backends.backend()
    editions = range(1_000_000, 1_020_000)
    backend.put((pk, [], ["always"] + [f"every{n}" for n in (10, 300, 4_000) if pk % n == 0]) for pk in editions)

    def newest(word, before=None):
        return [pk for pk, _title in backend.newest([(word,)], before=before, limit=20)]

    for word, step in (("always", 1), ("every10", 10), ("every300", 300), ("every4000", 4_000)):
        having = [pk for pk in reversed(editions) if pk % step == 0]
        assert newest(word) == having[:20]
        assert newest(word, before=1_009_000) == [pk for pk in having if pk < 1_009_000][:20]


def test_old_editions_of_one_record_do_not_hide_the_others(monkeypatch):
    monkeypatch.setattr(finding, "LIMIT", 2)
    monkeypatch.setattr(finding, "FIRST_BATCH", 3)
    hidden = public("Talks")
    minute = dt.timedelta(minutes=1)
    for age in range(30, 0, -1):
        public("Talks", uid="often", number=31 - age, live_from=NOW - age * minute, live_until=NOW - (age - 1) * minute)

    assert uids("talks") == [hidden.uid]


def test_common_word_ranks_the_newest_and_all_titles_of_its_own(monkeypatch):
    monkeypatch.setattr(finding, "LIMIT", 3)
    monkeypatch.setattr(finding, "FIRST_BATCH", 3)
    country = public("Algeria")
    texts = [public("Gas", "of Algeria") for _ in range(5)]

    assert uids("algeria") == [country.uid, *(edition.uid for edition in texts[2:])]


def test_snippet_marks_the_words_of_the_query():
    public("Visit", "He was received in Algiers. They signed two agreements on visas.")

    [hit] = page("agreement").hits

    assert marked(hit.snippet) == "He was received in Algiers. They signed two [agreements] on visas."


def test_snippet_is_a_passage_of_a_long_text():
    public("Visit", "word " * 300 + "the gas pipeline " + "word " * 300)

    [hit] = page("pipeline").hits
    text = marked(hit.snippet)

    assert text.startswith("… word word")
    assert text.endswith("word …")
    assert "the gas [pipeline] word" in text
    assert len(text) < 260


def test_snippet_of_a_title_match_is_how_the_text_begins():
    public("Visit", "First words of a text.")

    [hit] = page("visit").hits

    assert marked(hit.snippet) == "First words of a text."


def test_snippet_follows_arabic_and_azerbaijani_words():
    public("زيارة", "استقبل وَزيرُ الخارجية نظيره", "ar")
    public("Səfər", "Nazirlərin görüşü Əlcəzairdə keçirildi", "az")

    [arabic] = page("الوزير", "ar").hits
    [azerbaijani] = page("elcezair nazir", "az").hits

    assert marked(arabic.snippet) == "استقبل [وَزيرُ] الخارجية نظيره"
    assert marked(azerbaijani.snippet) == "[Nazirlərin] görüşü [Əlcəzairdə] keçirildi"


def test_snippet_is_text_and_never_markup():
    public("Talks", "<b>gas</b> & <script>alert(1)</script>")

    [hit] = page("gas").hits

    assert marked(hit.snippet) == "<b>[gas]</b> & <script>alert(1)</script>"


def test_highlight_marks_a_title():
    assert marked(search.highlight("Visite d’Attaf à Bakou", "attaf bakou", "fr")) == "Visite d’[Attaf] à [Bakou]"
    assert marked(search.highlight("Visite", "", "fr")) == "Visite"
    assert marked(search.highlight("", "visite", "fr")) == ""
    assert marked(search.highlight("ÉNERGIE, E\u0301nergies, œuvre", "energie oeuvre", "fr")) == (
        "[ÉNERGIE], [E\u0301nergies], [œuvre]"
    )
    assert marked(search.highlight("Işıq İqtisadi ışıq", "isiq iqtisadi", "az")) == "[Işıq] [İqtisadi] [ışıq]"
    assert marked(search.highlight("في ٢٠٢٥ والوزير Attaf", "2025 وزير attaf", "ar")) == "في [٢٠٢٥] [والوزير] [Attaf]"


@pytest.mark.parametrize("number", [1, 3, 60])
def test_queries_do_not_grow_with_the_hits(django_assert_num_queries, number):
    for _ in range(number):
        public("Talks", "in Baku")
    # The index for titles, then for texts; which of it is public; the texts of the page.
    with django_assert_num_queries(4):
        assert len(page("baku", page_size=100).hits) == number


@pytest.mark.django_db(transaction=True)
def test_migration_goes_back_and_forth():
    call_command("migrate", "public", "0003", verbosity=0)
    assert "public_search" not in connection.introspection.table_names()

    call_command("migrate", "public", verbosity=0)
    assert "public_search" in connection.introspection.table_names()
