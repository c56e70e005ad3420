"""Views whose records can be had in other formats than JSON."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from newsroom.public.addresses import PLURALS, list_path
from newsroom.public.api import answers, parameters
from newsroom.public.api.formats.document import Document
from newsroom.public.api.formats.forms import BY_KIND, Form, file_name
from newsroom.public.api.formats.items import named
from newsroom.public.api.formats.jsonld.site import NAME

# What changes the keys of JSON; other formats have keys of their own.
SHAPING = ("fields", "expand", "count")


class Formed:
    """Mixed into a view of records."""

    def forms(self) -> tuple[Form, ...]:
        return BY_KIND[self.kind]

    def check_shape(self) -> None:
        found = [name for name in SHAPING if name in self.values] if self.form.write else []
        if found:
            parameters.raise_invalid(
                [parameters.fault(name, "json-only", _("This is for JSON alone.")) for name in found]
            )

    def written(
        self,
        items: list[dict],
        *,
        languages: Sequence[str],
        subject: dict | None = None,
        following: str | None = None,
        kind: str = "",
        **options,
    ) -> HttpResponse:
        """An answer in the format that was chosen. `subject` is the record that it is of; without one it is a list."""
        kind, language = kind or self.kind, next(iter(languages), "en")
        document = Document(
            kind=kind,
            items=items,
            is_list=subject is None,
            title=f"{named(subject)} – {NAME}" if subject else f"{NAME}: {PLURALS[kind]}",
            language=language,
            origin=self.origin,
            address=self.url(self.request.get_full_path()),
            home=subject["html_url"] if subject else self.url(list_path(kind, language)),
            next=following,
        )
        body, content_type = self.form.write(document), self.form.content_type
        response = self.answer(body, languages=languages, content_type=content_type, **options)
        if self.form.is_file:
            name = file_name(self.request.path, self.form.suffix)
            response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response

    def alternates(self, item: dict) -> list[str]:
        """The same in other languages."""
        return [
            answers.link(self.formed(one["url"]), "alternate", hreflang=one["language"]) for one in item["translations"]
        ]

    def formed(self, url: str) -> str:
        """The address in the format that this one names."""
        path, mark, query = url.partition("?")
        return f"{path}.{self.suffix}{mark}{query}" if self.suffix else url
