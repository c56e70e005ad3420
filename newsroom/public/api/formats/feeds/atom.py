"""Atom (RFC 4287)."""

import re
from xml.etree import ElementTree as ET

from newsroom.public.api.formats.feeds.entries import Entry, Feed

MEDIA_TYPE = "application/atom+xml"
NAMESPACE = "http://www.w3.org/2005/Atom"
LANG = "xml:lang"
# What XML has no way to write.
UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(feed: Feed) -> bytes:
    root = ET.Element("feed", {"xmlns": NAMESPACE, LANG: feed.language})
    text(root, "id", feed.id)
    text(root, "title", feed.title)
    if feed.subtitle:
        text(root, "subtitle", feed.subtitle)
    text(root, "updated", feed.updated)
    text(root, "rights", feed.notice)
    link(root, "self", feed.address, MEDIA_TYPE, feed.language)
    link(root, "alternate", feed.home, "text/html", feed.language)
    for other in feed.others:
        link(root, "alternate", *other)
    if feed.next:
        link(root, "next", feed.next, MEDIA_TYPE, feed.language)
    author = ET.SubElement(root, "author")
    text(author, "name", feed.holder)
    text(author, "uri", f"{feed.origin}/")
    for one in feed.entries:
        write_entry(root, one, feed)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, "utf-8")


def write_entry(root: ET.Element, entry: Entry, feed: Feed) -> None:
    element = ET.SubElement(root, "entry")
    if entry.language != feed.language:
        element.set(LANG, entry.language)
    text(element, "id", entry.id)
    text(element, "title", entry.title)
    text(element, "published", entry.published)
    text(element, "updated", entry.updated)
    link(element, "alternate", entry.url, "text/html", entry.language)
    for other in entry.translations:
        link(element, "alternate", other["html_url"], "text/html", other["language"])
    for one in entry.authors:
        author = ET.SubElement(element, "author")
        text(author, "name", one["label"])
        text(author, "uri", one["html_url"])
    for term, label in [(entry.type, entry.kind), *entry.subjects]:
        ET.SubElement(element, "category", {"term": term, "label": legible(label)})
    if entry.summary:
        text(element, "summary", entry.summary)
    text(element, "content", entry.html, type="html")


def text(parent: ET.Element, name: str, words: str, **attributes: str) -> None:
    ET.SubElement(parent, name, attributes).text = legible(words)


def link(parent: ET.Element, rel: str, url: str, media_type: str, language: str) -> None:
    ET.SubElement(parent, "link", {"rel": rel, "type": media_type, "href": url, "hreflang": language})


def legible(words: str) -> str:
    return UNWRITABLE.sub("", words)
