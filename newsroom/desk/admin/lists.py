"""What a list of records says of each: its title in the nearest language, running that language's way, and its key."""

from django.contrib import admin
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from newsroom.desk.board.chips import title_of
from relations.values.languages import direction


def in_its_language(text: str, language: str):
    return format_html('<span lang="{}" dir="{}">{}</span>', language, direction(language), text)


class TitledMixin:
    """Titles come from rows that the list has read already."""

    def called(self, record) -> tuple[str, str]:
        """The title and its language."""
        return title_of(record, {version.language: version for version in record.versions.all()})

    @admin.display(description=_("Title"), ordering="key")
    def titled(self, record):
        return in_its_language(*self.called(record))

    @admin.display(description=_("last saved"), ordering="modified_at")
    def saved(self, record):
        when = date_format(timezone.localtime(record.modified_at), "DATETIME_FORMAT")
        return format_html("{}<br><bdi>{}</bdi>", when, record.modified_by or "")
