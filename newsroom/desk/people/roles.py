"""Who does what at the desk: the one table. Groups are made from it by migration, the demonstration and the tests.

It names models and permissions and imports none, so that a migration can read it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import pgettext_lazy

# Models whose rows whoever writes may add and change; those of facts are all of `relations`.
WRITTEN = ("article", "articleactor", "author", "byline")
TALK = ("note",)
WORK = ("autosave", "presence", "previewlink")


def both(models: Iterable[str]) -> frozenset[str]:
    return frozenset(f"desk.{act}_{model}" for model in models for act in ("add", "change"))


@dataclass(frozen=True)
class Role:
    label: str
    # Permissions in full, beside looking at everything.
    may: frozenset[str]
    writes: bool = True

    def has(self, permission: str) -> bool:
        """Whether the role has a permission that exists, as `app.codename`."""
        app, _, codename = permission.partition(".")
        if app in ("desk", "relations") and codename.startswith("view_"):
            return True
        if self.writes and app == "relations" and codename.startswith(("add_", "change_")):
            return True
        return permission in self.may


# A text may be taken by whoever works on texts; giving it to somebody else is the editors'.
WRITER = both((*WRITTEN, *TALK, *WORK)) | {"desk.submit_version", "desk.add_assignment"}
EDITOR = (
    WRITER
    | both(("assignment", "houseword"))
    | {"desk.approve_version", "desk.delete_houseword", "desk.delete_assignment"}
)
PUBLISHER = (
    EDITOR
    | both(("release",))
    | {"desk.delete_release", "desk.publish_version", "desk.publish_urgently", "desk.withdraw_version"}
)
# Accounts and languages; the lock after wrong passwords; a lost second factor; partners, their keys and what they read;
# and what the law asks to be taken out.
ADMINISTRATOR = (
    both((*TALK, "remit", "houseword"))
    | {f"auth.{act}_user" for act in ("add", "change", "delete", "view")}
    | {f"{model}" for act in ("view", "delete") for model in (f"axes.{act}_accessattempt", f"mfa.{act}_authenticator")}
    | {f"partners.{act}_{model}" for act in ("add", "change", "view") for model in ("partner", "key")}
    | {
        "partners.view_delivery",
        "auth.view_group",
        "desk.delete_houseword",
        "desk.withdraw_version",
        "desk.erase_record",
    }
)

ROLES = {
    "reporter": Role(pgettext_lazy("role", "reporter"), WRITER),
    "translator": Role(pgettext_lazy("role", "translator"), WRITER),
    "editor": Role(pgettext_lazy("role", "editor"), EDITOR),
    "publisher": Role(pgettext_lazy("role", "publisher"), PUBLISHER),
    "administrator": Role(pgettext_lazy("role", "administrator"), ADMINISTRATOR, writes=False),
}


def role_name(group: str) -> str:
    """What the interface calls a group; one that is no role goes by its own name."""
    return str(ROLES[group].label) if group in ROLES else group


def mend_groups(groups, permissions) -> dict[str, object]:
    """Make or mend the group of every role; takes the managers of Group and Permission, historical ones too."""
    kept = {
        f"{one.content_type.app_label}.{one.codename}": one for one in permissions.select_related("content_type").all()
    }
    made = {}
    for name, role in ROLES.items():
        made[name], _ = groups.get_or_create(name=name)
        made[name].permissions.set([row for permission, row in kept.items() if role.has(permission)])
    return made
