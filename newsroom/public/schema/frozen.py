from typing import TypedDict


class Frozen(TypedDict):
    """All that a publication freezes of one record in one language: what `compose` returns and `publish` writes.

    `sort_date` is a day (`2025-04-21`); null leaves it to the publication. `facets` are sorted and free of repetition.
    `search` holds the title first, then the record's names in every script, then its words in this language. `files`
    names the pictures that this edition uses, and the folders of their renditions. `date_lower` and `date_upper` are the first and the last possible day of an
    event (its bounds where given) or of an agreement's signature, null where unbounded: date filters ask them.
    """

    payload: dict
    summary: dict
    card: dict
    title: str
    sort_date: str | None
    date_lower: str | None
    date_upper: str | None
    facets: list[tuple[str, str]]
    search: list[str]
    files: list[str]
