from django import forms
from django.contrib import admin
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from newsroom.desk import style
from newsroom.desk.admin.site import page
from newsroom.desk.models import Advice, HouseWord
from relations.values.languages import NATIVE_NAMES, direction


class TryForm(forms.Form):
    """A word as typed; one that is on the list already comes in the address."""

    language = forms.ChoiceField(label=_("Language"), choices=NATIVE_NAMES)
    word = forms.CharField(
        label=_("Word or phrase"), max_length=style.LONGEST, widget=forms.TextInput(attrs={"dir": "auto"})
    )


@page("style/try/", name="style_try", permission="desk.view_houseword", label=_("House style"))
def try_style(request):
    """The words of the list, and where published texts use one of them or one that is only being thought of."""
    entry = chosen(request.GET.get("entry", ""))
    given = {"language": entry.language, "word": entry.word} if entry else request.GET
    form = TryForm(given if "word" in given else None, initial={"language": get_language()})
    trial = style.try_word(**form.cleaned_data) if form.is_bound and form.is_valid() else None
    language = form["language"].value()
    language = language if language in NATIVE_NAMES else get_language()
    context = {
        **admin.site.each_context(request),
        "title": _("House style"),
        "form": form,
        "trial": trial,
        "entry": entry,
        "language": language,
        "dir": direction(language),
        "entries": HouseWord.objects.filter(language=language),
        "forbidden": Advice.FORBIDDEN,
        "may_add": request.user.has_perm("desk.add_houseword"),
    }
    return render(request, "admin/desk/style.html", context)


def chosen(pk: str) -> HouseWord | None:
    return HouseWord.objects.filter(pk=pk).first() if pk.isdecimal() else None
