from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from newsroom.desk.admin.pages.move_forms import MomentMixin
from newsroom.desk.models import Release, Version
from relations.models import Record
from relations.values.languages import LANGUAGES


class WhenForm(MomentMixin):
    """When a release is to go out; without a moment, as soon as somebody presses."""

    advance = forms.BooleanField(
        label=_("Advance copy: partners with the embargo scope see it before the moment, marked."), required=False
    )

    def clean(self):
        cleaned = super().clean()
        cleaned["at"] = None if self.errors else self.instant(cleaned)
        return cleaned


class ReleaseForm(WhenForm):
    name = forms.CharField(label=_("Name"), max_length=Release._meta.get_field("name").max_length)
    field_order = ("name", "moment", "zone", "advance")


class OtherMomentForm(MomentMixin):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["moment"].required = True

    def clean(self):
        cleaned = super().clean()
        cleaned["at"] = None if self.errors else self.instant(cleaned)
        return cleaned


class AddForm(forms.Form):
    """Texts named as `kind/key` (every language) or `kind/key:fr`."""

    path = forms.CharField(
        label=_("Add a text"),
        help_text=_("As in article/joint-statement for all its languages, or article/joint-statement:fr for one."),
    )

    def clean_path(self):
        path, _colon, language = self.cleaned_data["path"].strip().partition(":")
        try:
            record = Record.objects.at(path)
        except (Record.DoesNotExist, ValueError) as missing:
            raise ValidationError(_("There is no such record.")) from missing
        if language and language not in LANGUAGES:
            raise ValidationError(_("That is no language of this desk."))
        versions = Version.objects.filter(record=record)
        found = list(versions.filter(language=language) if language else versions)
        if not found:
            raise ValidationError(_("There is no such text."))
        return found


class PendingForm(forms.Form):
    pending = forms.ChoiceField(
        label=_("Another publication already waits. What becomes of it?"),
        choices=[
            ("keep", _("Keep it: it follows at its moment, and may bring back an older text.")),
            ("cancel", _("Cancel it: this takes its place.")),
        ],
        widget=forms.RadioSelect,
    )
