from django.utils.translation import gettext as _


class TalkRefused(Exception):
    """A note or an assignment that is not to be; the message says why."""


def require(permission: str, by) -> None:
    if by is not None and not by.has_perm(permission):
        raise TalkRefused(_("You do not have the permission for this: %(name)s.") % {"name": permission})
