"""What records refer to, as HTML. Every word passes through `escape`."""

from collections.abc import Iterable
from html import escape

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from newsroom.public.api.formats.items import cards, named
from newsroom.public.templatetags.words import language_name
from relations.values.languages import direction

register = template.Library()

register.filter(named)
register.filter("actors", cards)


@register.filter
def foreign(item: dict | None) -> SafeString:
    """The attributes of an element whose words are in another language than the page."""
    language = _language_of_title(item) if item else get_language()
    if language == get_language():
        return SafeString("")
    return SafeString(f' lang="{escape(language)}" dir="{direction(language)}"')


def _language_of_title(item: dict) -> str:
    """What others published keeps their title where nobody has translated it."""
    is_theirs = "original_title" in item and item["title"] == item["original_title"]
    return item["published_language"] if is_theirs else item["language"]


@register.filter
def heading(item: dict) -> SafeString:
    """A record's title in a list, leading to its page. Lists are long, and a template takes five times as long."""
    words = f'<a href="{escape(item["html_url"])}">{escape(named(item))}</a>'
    return SafeString(f"<h3{foreign(item)}>{words}</h3>")


@register.filter
def standfirst(item: dict) -> SafeString:
    words = item.get("standfirst")
    return SafeString(f'<p class="standfirst"{foreign(item)}>{escape(words)}</p>' if words else "")


@register.filter
def when(event: dict) -> SafeString:
    """The date of an event, in the words of its own language."""
    differ = f' <span class="differ">{escape(_("(sources differ)"))}</span>' if event.get("sources_differ") else ""
    return SafeString(f'<p class="row-date"><span{foreign(event)}>{escape(event["date"]["label"])}</span>{differ}</p>')


@register.filter
def link(card: dict | None, words: str | None = None) -> SafeString:
    """To the page of the record that a card stands for, by its label, or in other words of the page itself."""
    if not card:
        return SafeString("")
    other = "" if words else foreign(card)
    return SafeString(f'<a href="{escape(card["html_url"])}"{other}>{escape(words or card["label"])}</a>')


@register.filter
def links(cards: Iterable[dict]) -> SafeString:
    return SafeString(_(", ").join(link(card) for card in cards if card))


@register.filter
def listed(cards: Iterable[dict]) -> SafeString:
    """As a list. Written here, since a template takes several times as long over each."""
    return SafeString(f"<ul>{''.join(f'<li>{link(card)}</li>' for card in cards if card)}</ul>")


@register.filter
def cited(uses: Iterable[dict]) -> SafeString:
    """Sources in short: who published each, and when."""
    once = {use["source"]["id"]: use for use in uses or ()}
    return SafeString(_("; ").join(map(_cited, once.values())))


def _cited(use: dict) -> str:
    publisher = use["publisher"]
    words = f"<bdi{foreign(publisher)}>{escape(publisher['label'])}</bdi>" if publisher else _title(use)
    when = f' <span class="when">{escape(use["date"]["label"])}</span>' if use["date"] else ""
    return f'<a href="{escape(use["source"]["html_url"])}">{words}</a>{when}'


def _title(use: dict) -> str:
    other = f' lang="{escape(use["language"])}"' if use["language"] != get_language() else ""
    return f"<bdi{other}>{escape(use['title'])}</bdi>"


@register.filter
def noted(uses: Iterable[dict], sources: dict[str, dict]) -> SafeString:
    """The numbers of sources in the list at the foot of the page."""
    known = {sources[uid]["number"]: sources[uid] for use in uses or () if (uid := use["source"]["id"]) in sources}
    marks = "".join(_note(number, known[number]) for number in sorted(known))
    return SafeString(f'<span class="notes">{marks}</span>' if marks else "")


def _note(number: int, use: dict) -> str:
    who = use["publisher"]["label"] if use["publisher"] else use["title"]
    when = use["date"]["label"] if use["date"] else ""
    words = escape(_("Source %(number)s: %(name)s") % {"number": number, "name": f"{who} {when}".strip()})
    return f'<a href="#source-{number}" title="{words}" aria-label="{words}">{number}</a>'


@register.filter
def reference(use: dict) -> SafeString:
    """A source in full: its title, who published it, when and in which language, and where the original is."""
    parts = [
        link(use["publisher"]),
        escape(use["date"]["label"]) if use["date"] else "",
        escape(language_name(use["language"])),
        _original(use["url"]),
    ]
    shown = "".join(f"<span>{part}</span>" for part in parts if part)
    title = f'<a href="{escape(use["source"]["html_url"])}">{_title(use)}</a>'
    return SafeString(f'{title}\n      <span class="meta">{shown}</span>')


def _original(url: str | None) -> str:
    words = escape(_("original"))
    return f'<a class="out" href="{escape(url)}" rel="external nofollow">{words}</a>' if url else ""


@register.filter
def running_text(html: str | None) -> SafeString:
    """A field whose name ends in `_html`: sanitised when it was frozen, and its links escaped when it was read."""
    return SafeString(html or "")


@register.filter
def said(claim: dict) -> SafeString:
    """What a claim says: in the desk's words, or else the bare value."""
    if claim["text"]:
        return SafeString(escape(claim["text"]))
    if claim["date"]:
        return SafeString(escape(claim["date"]["label"]))
    return _value(claim["value"])


def _value(value) -> SafeString:
    if isinstance(value, list):
        return SafeString(_(", ").join(_value(one) for one in value))
    if isinstance(value, dict):
        return link(value) if "html_url" in value else _by_language(value)
    return SafeString(escape("" if value is None else str(value)))


def _by_language(words: dict) -> SafeString:
    """In the language of the page alone, where they are known in it."""
    here = get_language()
    known = {here: words[here]} if here in words else words
    said = (
        f'<span lang="{escape(code)}" dir="{direction(code)}">{escape(str(one))}</span>' for code, one in known.items()
    )
    return SafeString(_(", ").join(said))


@register.filter
def versions(dispute: dict, claims: Iterable[dict]) -> list[dict]:
    """The claims that a dispute is about, of those at hand; what the desk goes by `follows`."""
    known = {claim["key"]: claim for claim in claims or ()}
    named = dict.fromkeys([*dispute["claims"], dispute["resolved_claim"]])
    return [{**known[key], "follows": _follows(known[key], dispute)} for key in named if key in known]


def _follows(claim: dict, dispute: dict) -> bool:
    return claim["key"] == dispute["resolved_claim"] or claim["rank"] == "preferred"


@register.filter
def by_side(participants: Iterable[dict]) -> list[dict]:
    """In the order in which each side is first named; who is of no side comes last."""
    found: dict[str, dict] = {}
    for one in participants or ():
        side = one["side"]
        found.setdefault(side["id"] if side else "", {"side": side, "participants": []})["participants"].append(one)
    return sorted(found.values(), key=lambda group: group["side"] is None)


@register.filter
def dates_differ(event: dict) -> bool:
    """Whether sources differ on the date: it is in dispute, settled or not, or they name several."""
    if any(dispute["kind"] == "date" for dispute in event.get("disputes") or ()):
        return True
    claims = [claim for claim in event.get("claims") or () if claim["field"] == "date"]
    return len({str((claim["date"] or {}).get("edtf") or claim["value"]) for claim in claims}) > 1
