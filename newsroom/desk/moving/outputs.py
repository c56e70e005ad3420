"""Every public address that could show something of a record, each with what it may answer once nothing is public."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, unquote_plus, urlencode

import orjson
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom.public import snapshots
from newsroom.public.addresses import API, PLURALS, api_path, list_path, page_path, postcard_path
from newsroom.public.api.formats.forms import BY_KIND, BY_PART, Form
from newsroom.public.models import Address, Change, Edition, Facet
from newsroom.public.pages.following import ways
from newsroom.public.pages.sitemaps import stretch_path
from newsroom.public.pages.views.downloads import TABLES
from newsroom.public.reading import Stretch
from newsroom.public.reading.files import FILE
from newsroom.public.resolve import utc
from relations.values.languages import LANGUAGES, NATIVE_NAMES
from relations.values.vocabularies import RecordKind

GONE = frozenset({404, 410})
SHOWN = frozenset({200})
# So many other records that refer to it are read again; each reference is left out by the same rule.
REFERRING = 20
# A title shorter than this is an ordinary word.
TELLING = 4


@dataclass(frozen=True)
class Output:
    """One thing to ask as a stranger. `silent` lists what must not be in the answer."""

    what: str
    path: str
    expected: frozenset[int]
    silent: tuple[str, ...]

    @property
    def address(self) -> str:
        """As a person reads it."""
        return unquote_plus(self.path)


@dataclass(frozen=True)
class Traces:
    """By what a record could be recognised: read before its words are erased, and kept in memory alone."""

    uid: str
    kind: str
    titles: dict[str, tuple[str, ...]]
    slugs: tuple[tuple[str, str], ...]
    files: tuple[str, ...]
    pair: str
    words: tuple[str, ...]
    since: dt.datetime | None
    editions: tuple[tuple[str, int], ...]
    referring: tuple[tuple[str, str, str, str], ...]
    dossiers: tuple[str, ...]

    @property
    def was_public(self) -> bool:
        return bool(self.editions)


def traces_of(uid: str, record=None) -> Traces:
    editions = list(Edition.objects.filter(uid=uid).defer("summary", "card").order_by("language", "number"))
    titles: dict[str, dict[str, None]] = {}
    words: dict[str, None] = {}
    pair = ""
    for edition in editions:
        payload = orjson.loads(bytes(edition.payload))
        pair = pair_in(payload) or pair
        if edition.title:
            titles.setdefault(edition.language, {})[edition.title] = None
        words |= dict.fromkeys(phrases(edition.title, payload))
    for version in record.versions.all() if record else ():
        if version.title and not record.key.startswith("erased-"):
            words |= dict.fromkeys(phrases(version.title, {}))
    slugs = Address.objects.filter(uid=uid).exclude(slug__startswith="erased-").values_list("language", "slug")
    files = (
        Facet.objects.filter(edition__uid=uid, name=FILE).values_list("value", flat=True).distinct().order_by("value")
    )
    return Traces(
        uid=uid,
        kind=editions[0].kind if editions else str(record.kind) if record else "",
        titles={language: tuple(found) for language, found in titles.items()},
        slugs=tuple(slugs),
        files=tuple(files),
        pair=pair,
        words=tuple(words),
        since=editions and min(edition.live_from for edition in editions) or None,
        editions=tuple((edition.language, edition.number) for edition in editions),
        referring=tuple(referring(uid)),
        dossiers=tuple(dossiers(uid)),
    )


def phrases(title: str, payload: dict) -> Iterator[str]:
    """What gives a text away: its title, and a line of each of its longer fields."""
    if len(title) >= TELLING:
        yield title
    for name in ("headline", "standfirst", "summary", "body_text", "name", "title"):
        text = payload.get(name)
        if isinstance(text, str) and len(text) >= TELLING:
            yield text.splitlines()[0][:60]


class Position(models.Func):
    """Where bytes stand within others, from 1; 0 where they do not. It reads every payload, so it is for rare questions."""

    function = "instr"
    output_field = models.IntegerField()

    def as_postgresql(self, compiler, connection, **context):
        flipped = self.copy()
        flipped.set_source_expressions(self.get_source_expressions()[::-1])
        template = "position(%(expressions)s)"
        return flipped.as_sql(compiler, connection, template=template, arg_joiner=" IN ", **context)


def dossiers(uid: str) -> Iterator[str]:
    """The pairs of public dossiers, which compile themselves from all that is public."""
    rows = Edition.objects.filter(lasting(), kind=RecordKind.DOSSIER).exclude(uid=uid).order_by("uid")
    pairs = (pair_in(orjson.loads(bytes(payload))) for payload in rows.values_list("payload", flat=True)[:REFERRING])
    yield from dict.fromkeys(filter(None, pairs))


def pair_in(payload: dict) -> str:
    return "-".join(payload.get("pair") or ())


def lasting() -> Q:
    """Public now."""
    now = timezone.now()
    ends = Q(live_until=None) | Q(live_until__gt=now)
    return ends & Q(retired=False, state=Edition.State.LIVE, live_from__lte=now)


def referring(uid: str) -> list[tuple[str, str, str, str]]:
    """Kind, uid, language and slug of public texts that refer to the record."""
    rows = Edition.objects.filter(lasting()).exclude(uid=uid)
    within = Position("payload", models.Value(uid.encode(), output_field=models.BinaryField()))
    found = rows.annotate(place=within).filter(place__gt=0).order_by("kind", "uid", "language")
    return list(found.values_list("kind", "uid", "language", "slug")[:REFERRING])


def outputs_of(traces: Traces) -> Iterator[Output]:
    """In every language, whatever it was public in."""
    if traces.kind in PLURALS:
        yield from own_addresses(traces)
        yield from own_editions(traces)
        yield from own_feeds(traces)
        yield from lists(traces)
        yield from searches(traces)
        yield from change_feed(traces)
        yield from bulk(traces)
        yield from neighbours(traces)
    for name in traces.files:
        # A picture that another public text shows stays.
        yield Output(_("Picture"), f"{settings.MEDIA_URL}{quote(name)}", GONE, ())


def own_addresses(traces: Traces) -> Iterator[Output]:
    uid, kind, words = traces.uid, traces.kind, traces.words
    api = api_path(kind, traces.pair or uid)
    yield Output(_("Permanent address"), f"/id/{uid}", GONE, words)
    for language, slug in traces.slugs:
        what = _("Page (%(language)s)") % {"language": NATIVE_NAMES[language]}
        yield Output(what, quote(page_path(kind, language, slug)), GONE, words)
    yield Output(_("Record for partners"), api, GONE, words)
    for language in LANGUAGES:
        what = _("Record for partners (%(language)s)") % {"language": NATIVE_NAMES[language]}
        yield Output(what, f"{api}?lang={language}", GONE, words)
    for form in BY_PART[""] if traces.pair else BY_KIND[kind]:
        yield Output(in_format(form), f"{api}.{form.suffix}", GONE, words)
    if traces.since:
        query = urlencode({"as_of": utc(traces.since)})
        yield Output(_("Record as it was when first published"), f"{api}?{query}", GONE, words)


def own_editions(traces: Traces) -> Iterator[Output]:
    """For partners, for readers, and the picture that goes with a link to it."""
    kind, words, slugs = traces.kind, traces.words, dict(traces.slugs)
    api = api_path(kind, traces.pair or traces.uid)
    yield Output(_("List of its editions"), f"{api}/editions", GONE, words)
    for language, slug in slugs.items():
        yield Output(_("List of its editions"), f"{quote(page_path(kind, language, slug))}/editions", GONE, words)
    for language, number in traces.editions:
        what = _("Edition %(number)d (%(language)s)") % {"number": number, "language": NATIVE_NAMES[language]}
        yield Output(what, f"{api}/editions/{language}/{number}", GONE, words)
        for form in BY_KIND[kind]:
            yield Output(in_format(form), f"{api}/editions/{language}/{number}.{form.suffix}", GONE, words)
        if language in slugs:
            page = quote(page_path(kind, language, slugs[language]))
            yield Output(what, f"{page}/editions/{number}", GONE, words)
        yield Output(_("Picture for links"), postcard_path(kind, language, traces.uid, number), GONE, words)


def own_feeds(traces: Traces) -> Iterator[Output]:
    for language in LANGUAGES:
        found = ways(language, traces.kind, traces.pair or traces.uid)
        for path in filter(None, found):
            yield Output(_("Feed or calendar of its own"), path, GONE, traces.words)
    if traces.kind == RecordKind.DOSSIER:
        for language, slug in traces.slugs:
            page = quote(page_path(traces.kind, language, slug))
            for table in TABLES:
                yield Output(_("Table"), f"{page}.{table}.csv", GONE, traces.words)


def lists(traces: Traces) -> Iterator[Output]:
    plural = PLURALS[traces.kind]
    for language in LANGUAGES:
        name = {"language": NATIVE_NAMES[language]}
        silent = (traces.uid, *paths(traces))
        query = urlencode({"id__in": traces.uid, "lang": language})
        yield Output(_("List for partners (%(language)s)") % name, f"{API}/{plural}?{query}", SHOWN, found_in(traces))
        yield Output(_("List of pages (%(language)s)") % name, list_path(traces.kind, language), SHOWN, silent)
        yield Output(_("Front page (%(language)s)") % name, f"/{language}/", SHOWN, silent)
        for page, words in ((_("Diary (%(language)s)"), "diary"), (_("Corrections (%(language)s)"), "corrections")):
            yield Output(page % name, f"/{language}/{words}", SHOWN, silent)
        for path in filter(None, ways(language)):
            yield Output(_("Feed or calendar of all (%(language)s)") % name, path, SHOWN, silent)
        path = stretch_path(Stretch(traces.kind, language, 1))
        yield Output(_("Sitemap (%(language)s)") % name, path, SHOWN | GONE, silent)
    for form in BY_KIND[traces.kind]:
        yield Output(in_format(form), f"{API}/{plural}.{form.suffix}?lang=*&page_size=100", SHOWN, (f"/{traces.uid}",))
    yield Output(_("Sitemap of news"), "/news-sitemap.xml", SHOWN, paths(traces))


def in_format(form: Form) -> str:
    return _("Format for partners (%(format)s)") % {"format": form.suffix}


def searches(traces: Traces) -> Iterator[Output]:
    for language in LANGUAGES:
        for title in traces.titles.get(language, ()):
            name = {"language": NATIVE_NAMES[language]}
            query = urlencode({"q": title, "lang": language})
            yield Output(
                _("Search for its title, partners (%(language)s)") % name,
                f"{API}/search?{query}",
                SHOWN,
                found_in(traces),
            )
            page = f"/{language}/search?{urlencode({'q': title})}"
            yield Output(_("Search for its title (%(language)s)") % name, page, SHOWN, paths(traces))


def change_feed(traces: Traces) -> Iterator[Output]:
    """From the number before each of its changes: who it was and when, none of its words."""
    for seq in Change.objects.filter(edition__uid=traces.uid).values_list("seq", flat=True):
        yield Output(_("Change feed"), f"{API}/changes?since={seq - 1}&page_size=1", SHOWN, traces.words)


def bulk(traces: Traces) -> Iterator[Output]:
    """Closed to strangers. A file cannot leave out a line, so partners do not get one that holds the record either."""
    for snapshot in snapshots.stored():
        if was_public(traces.uid, snapshot.complete_until):
            path = f"{API}/snapshots/{snapshot.date}"
            for one in (path, f"{path}/{snapshots.file_name(traces.kind)}"):
                yield Output(_("Snapshot for partners"), one, GONE | {401}, traces.words)


def was_public(uid: str, at: dt.datetime) -> bool:
    rows = Edition.objects.filter(uid=uid, state=Edition.State.LIVE, live_from__lte=at)
    return rows.exclude(live_until__lte=at).exists()


def neighbours(traces: Traces) -> Iterator[Output]:
    for pair in traces.dossiers:
        yield Output(_("Dossier"), api_path(RecordKind.DOSSIER, pair), SHOWN | GONE, found_in(traces))
        for form in BY_PART[""]:
            path = f"{api_path(RecordKind.DOSSIER, pair)}.{form.suffix}"
            yield Output(in_format(form), path, SHOWN | GONE, (f"/{traces.uid}",))
    for kind, uid, language, slug in traces.referring:
        what = _("A record that refers to it (%(language)s)") % {"language": NATIVE_NAMES[language]}
        yield Output(what, f"{api_path(kind, uid)}?lang={language}", SHOWN | GONE | {301, 302}, (f'"{traces.uid}"',))
        yield Output(what, quote(page_path(kind, language, slug)), SHOWN | GONE | {301, 302}, paths(traces))


def found_in(traces: Traces) -> tuple[str, ...]:
    """The record as one of several results; an address that was asked for may come back with its question."""
    return (f'"id":"{traces.uid}"',)


def paths(traces: Traces) -> tuple[str, ...]:
    return tuple(f'href="{quote(page_path(traces.kind, language, slug))}"' for language, slug in traces.slugs)
