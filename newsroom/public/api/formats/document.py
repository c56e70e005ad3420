from typing import NamedTuple


class Document(NamedTuple):
    """
    What is to be written: items as the API gives them, and where they stand. `kind` names the columns of a table;
    `language` is that of all items, or of most; `home` is the address of a page about them; `next` that of the next page.
    """

    kind: str
    items: list[dict]
    is_list: bool
    title: str
    language: str
    origin: str
    address: str
    home: str
    next: str | None = None
