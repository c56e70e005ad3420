"""Pictures: what is uploaded is made safe before anything else looks at it; the focal point is set on the picture."""

from pathlib import Path

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from newsroom.desk.admin.base import RecordAdmin, RecordForm
from newsroom.desk.fields import tr
from newsroom.desk.imaging import NotAPicture, clean
from newsroom.desk.imaging.cleaning import MOST_BYTES
from relations import models
from relations.values.languages import LANGUAGES

STEM = 60


class PictureField(forms.FileField):
    """Keeps what the file is, under an extension that says so. Django's own field would have Pillow read anything."""

    widget = forms.ClearableFileInput(attrs={"accept": "image/jpeg,image/png,image/webp,image/avif,image/gif"})

    def to_python(self, data):
        uploaded = super().to_python(data)
        if uploaded is None:
            return None
        if uploaded.size > MOST_BYTES:
            raise ValidationError(_("The file is too large."))
        try:
            cleaned = clean(uploaded.read())
        except NotAPicture as refused:
            raise ValidationError(str(refused)) from refused
        return ContentFile(cleaned.content, name=f"{Path(uploaded.name).stem[:STEM]}{cleaned.extension}")


class PictureForm(RecordForm):
    file = PictureField(help_text=_("JPEG, PNG, WebP or AVIF. What it says of itself is taken out."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].label = capfirst(models.Picture._meta.get_field("file").verbose_name)

    def clean_file(self):
        """An upload is a file of its own from here on; without one the picture keeps its file."""
        given = self.cleaned_data["file"]
        return given if isinstance(given, ContentFile | UploadedFile) else self.instance.file


@admin.register(models.Picture)
class PictureAdmin(RecordAdmin):
    form = PictureForm
    search_fields = ("key", "alt_en", "alt_fr", "alt_ar", "alt_az", "credit")
    list_display = ("titled", "key", "credit", "rights_until", "saved")

    class Media:
        css = {"all": ("desk/focal.css",)}
        js = (forms.Script("desk/focal.js", type="module"),)

    def called(self, picture):
        """It has no texts of its own to be titled in; what describes it says what it is."""
        languages = (get_language(), picture.original_language, *LANGUAGES)
        return next(((alt, code) for code in languages if (alt := tr(picture, "alt", code))), (picture.key, "en"))

    def closed_to(self, request):
        """Its words have no review of their own, so whoever has the picture writes them."""
        return frozenset()

    def publishes_on_save(self, object_id) -> bool:
        """A picture has no edition, so it does not hold up publication."""
        return False

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name in ("focal_x", "focal_y"):
            field.widget.attrs.update({"min": "0", "max": "1", "step": "0.01", "data-focal": db_field.name[-1]})
        return field

    def render_change_form(self, request, context, *args, **kwargs):
        picture = context.get("original")
        if picture and picture.file:
            file = context["adminform"].form.fields["file"]
            words = {
                "label": _("Focal point: arrow keys move it, or click on the picture"),
                "wide": _("Cut for cards, 16:9"),
                "square": _("Cut for lists, 1:1"),
            }
            file.widget.attrs.update({"data-picture": picture.file.url, **{f"data-{key}": words[key] for key in words}})
        return super().render_change_form(request, context, *args, **kwargs)
