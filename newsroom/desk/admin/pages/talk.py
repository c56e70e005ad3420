"""Notes on a record's texts with who works on them, and where somebody is mentioned."""

from django import forms
from django.contrib import admin, messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from newsroom.desk import talk
from newsroom.desk.admin.site import page
from newsroom.desk.editing import change_url
from newsroom.desk.fields import translated_fields
from newsroom.desk.models import Note, Task, Version
from newsroom.desk.remarks import MENTION
from relations.models import Record
from relations.values.languages import LANGUAGES, NATIVE_NAMES, direction


class NoteForm(forms.Form):
    field = forms.ChoiceField(label=pgettext_lazy("part of a text", "About"), required=False)
    text = forms.CharField(
        label=_("Note"),
        help_text=_("Write @name to mention somebody."),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )

    def __init__(self, *args, fields, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["field"].choices = [("", _("the whole text")), *fields]


class AssignmentForm(forms.Form):
    to = forms.ModelChoiceField(label=_("To"), queryset=None, to_field_name="username")
    task = forms.ChoiceField(label=_("Task"), choices=Task.choices)
    due = forms.DateTimeField(
        label=_("Due (UTC)"), required=False, widget=forms.DateTimeInput({"type": "datetime-local"}, "%Y-%m-%dT%H:%M")
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = people


@page("notes/<slug:uid>/", name="notes", permission="desk.view_note")
def notes(request, uid):
    record = get_object_or_404(Record, uid=uid)
    if request.method == "POST":
        return answer(request, record)
    threads, row = talk.threads_of(record), record.working_row()
    versions = sorted(record.versions.select_related("assignment__to"), key=lambda one: LANGUAGES.index(one.language))
    people = talk.people_for(request.user)
    context = {
        **admin.site.each_context(request),
        "title": _("Notes and assignments"),
        "record": record,
        "change": change_url(record),
        "texts": [text_of(version, threads, fields_of(row), people) for version in versions],
    }
    return TemplateResponse(request, "admin/desk/notes.html", context)


def text_of(version, threads, fields, people) -> dict:
    """What the page shows of one language."""
    kept = getattr(version, "assignment", None)
    initial = {"to": kept.to.username, "task": kept.task, "due": kept.due} if kept else {}
    prefix = {"auto_id": f"id_{version.language}_%s"}
    found = [shown(thread, dict(fields)) for thread in threads.get(version.language, ())]
    return {
        "version": version,
        "name": NATIVE_NAMES[version.language],
        "direction": direction(version.language),
        "assignment": kept,
        "threads": [thread for thread in found if not thread["resolved_at"]],
        "resolved": [thread for thread in found if thread["resolved_at"]],
        "note": NoteForm(fields=fields, **prefix),
        "assigning": AssignmentForm(people=people, initial=initial, **prefix),
    }


def shown(thread: talk.Thread, labels: dict) -> dict:
    """A thread as its template takes it."""
    begun = thread.begun
    return {
        "pk": begun.pk,
        "about": labels.get(begun.field, begun.field),
        "notes": [{"note": note, "words": with_mentions(note.text)} for note in (begun, *thread.replies)],
        "resolved_at": begun.resolved_at,
        "resolved_by": begun.resolved_by or _("somebody"),
    }


def with_mentions(text: str):
    """The words of a note, with the names that it mentions marked."""
    pieces = MENTION.split(text)
    marked = (format_html("<mark>@{}</mark>", piece) if number % 2 else piece for number, piece in enumerate(pieces))
    return format_html_join("", "{}", ((piece,) for piece in marked))


def fields_of(row) -> list[tuple[str, str]]:
    return [(name, row._meta.get_field(name).verbose_name) for name in translated_fields(type(row))]


def answer(request, record):
    """Do what was asked and go back to the language it was asked in."""
    act, language = request.POST.get("do", ""), request.POST.get("language", "")
    if act not in ACTS:
        raise Http404
    version = get_object_or_404(Version, record=record, language=language)
    try:
        ACTS[act](request, record, version)
    except talk.TalkRefused as refused:
        messages.error(request, str(refused))
    return redirect(f"{reverse('admin:notes', args=[record.uid])}#{version.language}")


def write(request, record, version):
    form = NoteForm(request.POST, fields=fields_of(record.working_row()))
    if refuse(request, form):
        return
    talk.write_note(version=version, by=request.user, **form.cleaned_data)


def assign(request, record, version):
    form = AssignmentForm(request.POST, people=talk.people_for(request.user))
    if refuse(request, form):
        return
    talk.assign_text(version=version, by=request.user, **form.cleaned_data)


def unassign(request, record, version):
    talk.unassign_text(version=version, by=request.user)


def in_thread(verb):
    def act(request, record, version):
        pk = request.POST.get("thread", "")
        thread = get_object_or_404(Note, pk=pk if pk.isdecimal() else 0, version=version)
        words = {"text": request.POST.get("text", "")} if verb is talk.reply else {}
        verb(thread=thread, by=request.user, **words)

    return act


ACTS = {
    "write": write,
    "reply": in_thread(talk.reply),
    "resolve": in_thread(talk.resolve),
    "reopen": in_thread(talk.reopen),
    "assign": assign,
    "unassign": unassign,
}


def refuse(request, form) -> bool:
    """Whether a form cannot be used; says why."""
    for name, faults in form.errors.items():
        messages.error(request, f"{form.fields[name].label}: {' '.join(faults)}")
    return not form.is_valid()


@page("mentions/", name="mentions", permission="desk.view_note", label=_("Mentions"))
def mentions(request):
    context = {
        **admin.site.each_context(request),
        "title": _("Where you are mentioned"),
        "mentions": [
            {"note": note, "words": with_mentions(note.text)} for note in talk.mentions_of(request.user)[:200]
        ],
    }
    return TemplateResponse(request, "admin/desk/mentions.html", context)
