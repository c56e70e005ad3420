"""What is in use is not deleted: whoever tries is told where it is used."""

from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.utils import unquote
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from newsroom.desk.findable import titles_of
from newsroom.desk.uses import Uses, uses_of

# Each is looked for everywhere before any goes.
AT_ONCE = 50
NAMED = 3


class UsedMixin:
    def delete_view(self, request, object_id, extra_context=None):
        record = self.get_object(request, unquote(object_id))
        if record and self.has_delete_permission(request, record) and self.refuse_used(request, record):
            return redirect("admin:used", record.uid)
        return super().delete_view(request, object_id, extra_context)

    def response_action(self, request, queryset, **where):
        """The stock action would show what the database protects, and delete what only a text links to."""
        if "delete_selected" in request.POST.getlist("action") and self.has_delete_permission(request):
            chosen = request.POST.getlist(ACTION_CHECKBOX_NAME)
            across = request.POST.get("select_across", "0") != "0"
            records = list((queryset if across else queryset.filter(pk__in=chosen))[: AT_ONCE + 1])
            if len(records) > AT_ONCE:
                self.message_user(request, _("Delete at most %(count)d at once.") % {"count": AT_ONCE}, messages.ERROR)
                return redirect(request.get_full_path())
            refused = [record for record in records if self.refuse_used(request, record)]
            if refused:
                return redirect(request.get_full_path())
        return super().response_action(request, queryset, **where)

    def refuse_used(self, request, record) -> bool:
        uses = uses_of(record)
        if uses:
            self.message_user(request, refusal(record, uses, get_language()), messages.ERROR)
        return bool(uses)


def refusal(record, uses: Uses, language: str) -> str:
    """Names the first few, and leads to the page that has all."""
    pks = list(dict.fromkeys(use.record.pk for use in uses.working))
    titles = titles_of([record.pk, *pks[:NAMED]], language)
    named = [titles[pk].title for pk in pks[:NAMED]] or list(dict.fromkeys(use.title for use in uses.editions))[:NAMED]
    others = len(pks or {use.title for use in uses.editions}) - len(named)
    more = ngettext("and %(count)d more", "and %(count)d more", others) % {"count": others} if others > 0 else ""
    text = _("“%(record)s” is in use and cannot be deleted: %(named)s") % {
        "record": titles[record.pk].title,
        "named": ", ".join(f"“{name}”" for name in named),
    }
    address = reverse("admin:used", args=[record.uid])
    return format_html('{} {} <a href="{}">{}</a>', text, more, address, _("Where it is used"))
