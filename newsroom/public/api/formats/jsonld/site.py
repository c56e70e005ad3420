"""The site itself, and where on it a page is."""

from collections.abc import Iterable

from newsroom.public.api.formats.jsonld.parts import finished

NAME = "Communiqué"


def website(origin: str, language: str, *, description: str = "") -> dict:
    """Its front page in one language, with the address to search at."""
    return finished(
        {
            "@type": "WebSite",
            "@id": f"{origin}/{language}/",
            "url": f"/{language}/",
            "name": NAME,
            "description": description,
            "inLanguage": language,
            "publisher": {"@type": "NewsMediaOrganization", "name": NAME, "url": f"{origin}/"},
            "potentialAction": {
                "@type": "SearchAction",
                "target": {"@type": "EntryPoint", "urlTemplate": f"/{language}/search?q={{words}}"},
                "query-input": "required name=words",
            },
        },
        origin,
    )


def breadcrumbs(ways: Iterable[tuple[str, str]], origin: str) -> dict:
    """From the front page down: names and addresses."""
    entries = [
        {"@type": "ListItem", "position": number, "name": name, "item": url}
        for number, (name, url) in enumerate(ways, 1)
    ]
    return finished({"@type": "BreadcrumbList", "itemListElement": entries}, origin)
