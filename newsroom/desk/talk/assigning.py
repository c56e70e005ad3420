"""Who has a text to work on, as what and by when."""

import datetime as dt

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom.desk.models import Assignment, Task, Version
from newsroom.desk.remits import names_of, remit_of
from newsroom.desk.talk.refusals import TalkRefused, require

# What somebody must be allowed to do to be given a task, and in which languages of their remit.
ABLE = {
    Task.WRITE: ("desk.submit_version", "edits"),
    Task.TRANSLATE: ("desk.submit_version", "edits"),
    Task.REVIEW: ("desk.approve_version", "approves"),
}


@transaction.atomic
def assign_text(*, version: Version, to, task: str, by, due: dt.datetime | None = None) -> Assignment:
    """Give a text to one person, in the place of whoever had it. One's own hand may take what nobody else has."""
    require_may_assign(version, to, by)
    require_able(version, to, task)
    terms = {"to": to, "task": task, "due": due, "by": by, "at": timezone.now()}
    label = by.get_username() if by else "manage.py"
    given, _made = Assignment.objects.update_or_create(version=version, defaults={**terms, "by_label": label})
    return given


@transaction.atomic
def unassign_text(*, version: Version, by) -> None:
    kept = Assignment.objects.select_for_update().filter(version=version).first()
    if kept is None:
        return
    if by is None or kept.to_id != by.pk:
        require("desk.delete_assignment", by)
    kept.delete()


def may_assign(by) -> bool:
    """Whether somebody may give texts to others, not only take them."""
    return by.has_perm("desk.change_assignment")


def people_for(by) -> QuerySet:
    """To whom somebody may give a text: everybody at the desk, or themselves alone."""
    people = get_user_model().objects.filter(is_active=True, is_staff=True).order_by("username")
    return people if may_assign(by) else people.filter(pk=by.pk)


def require_may_assign(version: Version, to, by) -> None:
    if by is None or may_assign(by):
        return
    require("desk.add_assignment", by)
    with_others = Assignment.objects.filter(version=version).exclude(to=by).exists()
    if to.pk != by.pk or with_others:
        raise TalkRefused(_("You may take a text that nobody else has; an editor gives it to others."))


def require_able(version: Version, to, task: str) -> None:
    permission, work = ABLE[Task(task)]
    name = to.get_username()
    if not (to.is_active and to.is_staff and to.has_perm(permission)):
        raise TalkRefused(_("%(name)s does not have the permission for this task.") % {"name": name})
    if version.language not in remit_of(to, work):
        terms = {"name": name, "language": names_of({version.language})}
        raise TalkRefused(_("%(name)s does not work in this language: %(language)s.") % terms)
