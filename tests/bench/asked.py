"""What is asked in the bench, in several variants each, since no two readers want the same."""

from typing import NamedTuple

import orjson

from tests.bench.databases import fetch
from tests.bench.measuring import Client
from tests.bench.words import ranked

API = "/api/v1"
PLAIN = "/bench"
VARIANTS = 12
# From words that stand in nearly every article to words that stand in one of a thousand.
RANKS = (20, 100, 500, 2_000, 8_000, 20_000)
STRIDE = 100
DEEP = 0.9


class Asked(NamedTuple):
    """The same question to the product and to the plain framework, which has no pages to show."""

    name: str
    ours: list[str]
    plain: list[str]


def everything(client: Client) -> list[Asked]:
    """Of the database in use."""
    articles = some_articles()
    narrowed = [*(f"topic={topic}" for topic, _ in facets()), *(f"topic={one}&country={two}" for one, two in facets())]
    searched = [ranked("en")[rank] for rank in RANKS]
    deep, number = deep_page(client)
    return [
        Asked("list of 20", [f"{API}/articles?lang=en&page_size=20"], [f"{PLAIN}/articles?page_size=20"]),
        Asked("list of 50", [f"{API}/articles?lang=en&page_size=50"], [f"{PLAIN}/articles?page_size=50"]),
        Asked("deep page of 20", [deep], [f"{PLAIN}/articles?page_size=20&page={number}"]),
        Asked(
            "filtered list of 20",
            [f"{API}/articles?lang=en&page_size=20&{one}" for one in narrowed],
            [f"{PLAIN}/articles?page_size=20&{one}" for one in narrowed],
        ),
        Asked(
            "article with cards",
            [f"{API}/articles/{uid}?lang=en" for uid, _ in articles],
            [f"{PLAIN}/articles/{uid}" for uid, _ in articles],
        ),
        Asked(
            "search",
            [f"{API}/search?lang=en&page_size=20&type=article&q={word}" for word in searched],
            [f"{PLAIN}/articles?page_size=20&q={word}" for word in searched],
        ),
        Asked("article page", [f"/en/articles/{slug}" for _, slug in articles], []),
        Asked("home page", ["/en/", "/fr/"], []),
    ]


def some_articles() -> list[tuple[str, str]]:
    """Ids and slugs, from all over the archive."""
    found = fetch("SELECT uid, slug FROM public_edition WHERE kind = 'article' AND language = 'en' ORDER BY uid")
    return found[:: len(found) // VARIANTS][:VARIANTS]


def facets() -> list[tuple[str, str]]:
    """A topic and a country each, that some article has."""
    return fetch(
        "SELECT DISTINCT ON (topic.value) topic.value, country.value FROM public_facet topic"
        " JOIN public_facet country USING (edition_id) WHERE topic.name = 'topic' AND country.name = 'country'"
        " AND topic.kind = 'article' AND topic.language = 'en' ORDER BY topic.value, country.value LIMIT %s",
        [VARIANTS // 2],
    )


def deep_page(client: Client) -> tuple[str, int]:
    """Nine tenths down the list, by following the links to the next page; and the number of that page, of 20 each."""
    ((articles,),) = fetch("SELECT count(*) FROM public_edition WHERE kind = 'article' AND language = 'en'")
    address = f"{API}/articles?lang=en&page_size={STRIDE}"
    pages = int(articles * DEEP) // STRIDE
    for _ in range(pages):
        following = orjson.loads(client.get_well(address).body)["next"]
        address = following[following.index(API) :]
    return address.replace(f"page_size={STRIDE}", "page_size=20"), pages * STRIDE // 20 + 1
