"""What a person fills in beside the texts that move."""

from django import forms
from django.utils.translation import gettext_lazy as _

from newsroom.desk.moving.confirming import Confirmation
from newsroom.desk.moving.making import Given
from newsroom.desk.moving.moments import NoSuchMoment, ahead, moment_in, zones
from newsroom.desk.moving.presses import DESK, PUBLIC
from relations.models import Record
from relations.values.languages import NATIVE_NAMES, direction

NOW, AHEAD = "now", "at"
LOCAL = "%Y-%m-%dT%H:%M"


class MomentMixin(forms.Form):
    """A moment on the clocks of a named zone."""

    moment = forms.DateTimeField(
        label=_("Day and time"),
        required=False,
        input_formats=[LOCAL, "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=LOCAL),
    )
    zone = forms.ChoiceField(label=_("On the clocks of"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["zone"].choices = [(name, name) for name in zones()]
        self.fields["moment"].to_python = naive(self.fields["moment"].to_python)

    def instant(self, cleaned):
        """In UTC; none where no moment was said, or no such moment is."""
        local = cleaned.get("moment")
        if local is None:
            return None
        try:
            return ahead(moment_in(local, cleaned.get("zone") or zones()[0]))
        except NoSuchMoment as refused:
            self.add_error("moment", str(refused))
            return None


def naive(to_python):
    """The time on the wall as typed: which zone's it is, another field says."""

    def read(value):
        moment = to_python(value)
        return moment and moment.replace(tzinfo=None)

    return read


class PressForm(MomentMixin):
    """Has the fields that the move asks for, and no others."""

    when = forms.ChoiceField(
        label=_("When"),
        choices=[(NOW, _("Now")), (AHEAD, _("At a moment ahead"))],
        widget=forms.RadioSelect,
        initial=NOW,
        required=False,
    )
    pending = forms.ChoiceField(
        label=_("Another publication already waits. What becomes of it?"),
        choices=[
            ("keep", _("Keep it: it follows at its moment, and may bring back an older text.")),
            ("cancel", _("Cancel it: this takes its place.")),
        ],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("Kept with the decision; colleagues see it, readers do not."),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )
    replaced_by = forms.CharField(
        label=_("Replaced by"),
        required=False,
        help_text=_("Optional: a record that readers are sent to instead, as in article/second-version."),
    )
    confirm = forms.CharField(
        label=_("Type the name of the record to confirm"), widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    acknowledge = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, data=None, *, confirmation: Confirmation, **kwargs):
        super().__init__(data, **kwargs)
        self.confirmation, press = confirmation, confirmation.press
        if not press.moment:
            self.drop("when", "moment", "zone")
        elif press.verb == "reschedule":
            self.drop("when")
            self.fields["moment"].required = True
        if not confirmation.pending:
            self.drop("pending")
        if press.verb != "withdraw":
            self.drop("replaced_by")
        if press.verb != "erase":
            self.drop("confirm")
        self.ask_why()
        codes = confirmation.warnings
        self.fields["acknowledge"].choices = [(code, code) for code in codes]

    def drop(self, *names):
        for name in names:
            del self.fields[name]

    def ask_why(self):
        press = self.confirmation.press
        if press.reason != DESK:
            self.drop("reason")
        if press.reason == PUBLIC:
            for language in self.confirmation.told_in:
                self.fields[f"note_{language}"] = note_field(language, LABELS.get(press.verb, REASON))

    @property
    def notes(self):
        return [self[name] for name in self.fields if name.startswith("note_")]

    def clean_replaced_by(self):
        path = self.cleaned_data["replaced_by"].strip()
        if not path:
            return None
        try:
            return Record.objects.at(path)
        except (Record.DoesNotExist, ValueError) as missing:
            raise forms.ValidationError(_("There is no such record.")) from missing

    def clean_confirm(self):
        typed = self.cleaned_data["confirm"].strip()
        if typed not in {str(record) for record in self.confirmation.records}:
            raise forms.ValidationError(_("That is not the name of this record."))
        return typed

    def clean(self):
        cleaned = super().clean()
        if "moment" in self.fields:
            if cleaned.get("when", AHEAD) == NOW:
                cleaned["at"] = None
            elif "moment" not in self.errors:
                cleaned["at"] = self.instant(cleaned)
                if not cleaned.get("moment"):
                    self.add_error("moment", _("Say when."))
        unseen = [code for code in self.confirmation.warnings if code not in cleaned.get("acknowledge", ())]
        if unseen:
            self.add_error("acknowledge", _("Read each warning and tick it: %(codes)s.") % {"codes": ", ".join(unseen)})
        return cleaned

    def given(self, digests: dict[int, str]) -> Given:
        cleaned = self.cleaned_data
        return Given(
            reason=cleaned.get("reason", ""),
            notes={name.removeprefix("note_"): text for name, text in cleaned.items() if name.startswith("note_")},
            at=cleaned.get("at"),
            pending=cleaned.get("pending") or "refuse",
            acknowledged=tuple(cleaned.get("acknowledge", ())),
            digests=digests,
            replaced_by=cleaned.get("replaced_by"),
        )


REASON = _("Public reason (%(language)s)")
LABELS = {"correct": _("Public note (%(language)s)")}
READ = _("Readers see it, in place of the text or beside it. Write it for them.")


def note_field(language: str, label: str) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 3, "lang": language, "dir": direction(language)})
    return forms.CharField(label=label % {"language": NATIVE_NAMES[language]}, help_text=READ, widget=widget)
