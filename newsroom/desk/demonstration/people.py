"""Accounts for the demonstration. They are roles, not persons."""

from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group, Permission

from newsroom.desk.people.roles import ROLES, mend_groups

PASSWORD = "communique-demonstration"  # noqa: S105 - printed on purpose: the demonstration serves this machine alone

# An account for each role, called like it.
ACCOUNTS = tuple(ROLES)


def make_accounts() -> dict[str, object]:
    """One account for each role, all with the same printed password."""
    groups, users = mend_groups(Group.objects, Permission.objects), {}
    # Hashing takes a second: once for all.
    password = make_password(PASSWORD)
    for username in ACCOUNTS:
        user, created = get_user_model().objects.get_or_create(username=username, defaults={"is_staff": True})
        if created:
            user.password = password
            user.save()
        user.groups.set([groups[username]])
        users[username] = user
    return users
