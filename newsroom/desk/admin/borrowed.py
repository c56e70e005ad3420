"""Words of libraries that their own catalogues lack in one of our languages, or have wrong there: ours come before theirs.

What a library never has translated is named anew below.
"""

from allauth.mfa.models import Authenticator
from django.apps import apps
from django.utils.translation import gettext_lazy, ngettext_lazy
from django.utils.translation import gettext_noop as _

# Nobody reads this: `make messages` finds them here.
WORDS = (
    # django.forms
    _("- Select an option -"),
    # django.contrib.admin
    _("Run"),
    _("Logout"),
    _("Search %(name)s"),
    _("Filter by %(field_name)s"),
    _("Pagination %(name)s"),
    _("Pagination %(name)s entries"),
    ngettext_lazy("…and %(count)d more object.", "…and %(count)d more objects.", "count"),
    _(
        "Are you sure you want to delete the %(object_name)s “%(escaped_object)s”? "
        "All of the following related items will be deleted:"
    ),
    _(
        "Deleting the %(object_name)s “%(escaped_object)s” would result in deleting related objects, "
        "but your account doesn't have permission to delete the following types of objects:"
    ),
    _(
        "Deleting the %(object_name)s “%(escaped_object)s” would require deleting "
        "the following protected related objects:"
    ),
    # allauth, whose Arabic takes it for a ministry
    _("MFA"),
    # axes
    _("access attempt"),
    _("access attempts"),
    _("access attempt expiration"),
    _("access attempt expirations"),
    _("Attempt Time"),
    _("Failed Logins"),
    # reversion
    _("Recover %(name)s"),
    _("Recover deleted %(name)s"),
    _("Revert %(name)s"),
    _("Revert %(verbose_name)s"),
    _("Choose a date from the list below to recover a deleted version of an object."),
    _("Choose a date from the list below to revert to a previous version of this object."),
    _("Press the save button below to recover this version of the object."),
    _("Press the save button below to revert to this version of the object."),
    _("There are no deleted objects to recover."),
    _("This object doesn't have a change history. It probably wasn't added via this admin site."),
)
SECOND_FACTOR = {
    "user": gettext_lazy("account"),
    "type": gettext_lazy("type"),
    "created_at": gettext_lazy("set up"),
    "last_used_at": gettext_lazy("last used"),
}


def name_what_has_no_words() -> None:
    """Migrations compare what models were declared with, so they see none of this."""
    apps.get_app_config("axes").verbose_name = gettext_lazy("Wrong passwords")
    meta = Authenticator._meta
    meta.verbose_name, meta.verbose_name_plural = gettext_lazy("second factor"), gettext_lazy("second factors")
    for name, label in SECOND_FACTOR.items():
        meta.get_field(name).verbose_name = label
