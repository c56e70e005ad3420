"""Groups of the desk, and accounts for the demonstration. They are roles, not persons."""

from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group, Permission

PASSWORD = "communique-demonstration"  # noqa: S105 - printed on purpose: the demonstration serves this machine alone

MOVES = {
    "reporter": ("submit_version",),
    "translator": ("submit_version",),
    "editor": ("submit_version", "approve_version"),
    "publisher": ("submit_version", "approve_version", "publish_version", "publish_urgently", "withdraw_version"),
}
WRITES = ("add", "change", "view")
ACCOUNTS = {
    "reporter": "reporter",
    "translator": "translator",
    "editor": "editor",
    "publisher": "publisher",
}


def make_groups() -> dict[str, Group]:
    """The groups with their permissions; run again, it mends them. Everybody writes; moves differ."""
    groups = {}
    for name, moves in MOVES.items():
        group, _ = Group.objects.get_or_create(name=name)
        models = Permission.objects.filter(content_type__app_label__in=("relations", "desk"))
        writing = [p for p in models if p.codename.partition("_")[0] in WRITES or p.codename in moves]
        group.permissions.set(writing)
        groups[name] = group
    return groups


def make_accounts() -> dict[str, object]:
    """One account for each role, all with the same printed password."""
    groups, users = make_groups(), {}
    # Hashing takes a second: once for all.
    password = make_password(PASSWORD)
    for username, role in ACCOUNTS.items():
        user, created = get_user_model().objects.get_or_create(username=username, defaults={"is_staff": True})
        if created:
            user.password = password
            user.save()
        user.groups.set([groups[role]])
        users[username] = user
    return users
