from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from newsroom.desk.models import HouseWord


@admin.register(HouseWord)
class HouseWordAdmin(admin.ModelAdmin):
    list_display = ("word", "language", "advice", "instead", "try_it")
    list_filter = ("language", "advice")
    search_fields = ("word", "instead", "reason")
    change_form_template = "admin/desk/house_word_form.html"

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """The word may be of any language, whatever the interface's."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name in ("word", "instead", "reason"):
            field.widget.attrs["dir"] = "auto"
        return field

    @admin.display(description=_("Published texts"))
    def try_it(self, entry):
        address = reverse("admin:style_try", query={"entry": entry.pk})
        return format_html('<a href="{}">{}</a>', address, _("Where it is used"))
