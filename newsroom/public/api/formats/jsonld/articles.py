from newsroom.public.api.formats.jsonld.parts import (
    edition,
    identity,
    pictures,
    references,
    thing,
    type_of,
)

COMMAS = {"ar": "، "}


def article(item: dict) -> dict:
    """`about` is what the article is on; who is named besides is in `mentions`."""
    subjects = [one["actor"] for one in item["actors"] if one["role"] == "subject"]
    about = [*subjects, *item["countries"], *item["events"], *item["agreements"]]
    known = {card["id"] for card in about if card}
    others = [one["actor"] for one in item["actors"] if one["actor"] and one["actor"]["id"] not in known]
    return {
        **thing(item),
        "name": None,
        "headline": item["headline"],
        "abstract": item["standfirst"],
        "articleBody": item["body_text"],
        "wordCount": item["word_count"],
        "dateline": dateline(item),
        "author": references(row["author"] for row in item["byline"]),
        "about": references(about),
        "mentions": references(others),
        "keywords": references(item["topics"]),
        "image": pictures(item["media"]),
        **edition(item),
        **translations(item),
    }


def dateline(item: dict) -> str:
    place, date = item["dateline"]["place"], item["dateline"]["date"]
    words = [place and place["label"], date and date["label"]]
    return COMMAS.get(item["language"], ", ").join(filter(None, words))


def translations(item: dict) -> dict:
    """Those made from this text; or the one it was made from, while that is public."""
    found = {one["language"]: translation(item, one) for one in item["translations"]}
    if item["language"] == item["original_language"]:
        return {"workTranslation": list(found.values())}
    return {"translationOfWork": found.get(item["original_language"])}


def translation(item: dict, one: dict) -> dict:
    return {
        "@type": type_of(item),
        "@id": identity({**item, "language": one["language"]}),
        "url": one["html_url"],
        "inLanguage": one["language"],
    }
