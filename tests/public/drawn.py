"""The drawings of a page, as a reader of SVG finds them."""

import re
from xml.etree import ElementTree

SVG = re.compile(r'<svg class="chart.*?</svg>', re.DOTALL)
NUMBERS = re.compile(r"-?[0-9.]+")


def drawings(html: str) -> dict[str, ElementTree.Element]:
    """By the id of the title of each."""
    found = [ElementTree.fromstring(text) for text in SVG.findall(html)]  # noqa: S314 - our own page
    return {one.find("title").get("id"): one for one in found}


def classed(drawing: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return [one for one in drawing.iter() if name in one.get("class", "").split()]


def words(element: ElementTree.Element) -> str:
    return " ".join("".join(element.itertext()).replace("\u2068", "").replace("\u2069", "").split())


def described(drawing: ElementTree.Element) -> bool:
    """Whether it has a title and a description, which it names."""
    names = f"{drawing.get('aria-labelledby', '')} {drawing.get('aria-describedby', '')}".split()
    own = {one.get("id"): words(one) for one in (drawing.find("title"), drawing.find("desc"))}
    return all(own.values()) and set(own) == set(names)
