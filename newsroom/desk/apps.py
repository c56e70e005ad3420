from django.apps import AppConfig
from django.contrib.admin import apps as admin
from django.utils.translation import gettext_lazy as _


class DeskAdminConfig(admin.AdminConfig):
    default = False
    default_site = "newsroom.desk.admin.site.DeskSite"

    def ready(self):
        # Asked for its site first, Django would import these modules while it makes the site, and lose what they register.
        from newsroom.desk import admin as desk_admin  # noqa: F401, PLC0415 - models are there only now

        super().ready()
        # Last: it puts the desk's pages in the place of what other applications registered.
        from newsroom.desk.admin import people  # noqa: F401, PLC0415


class DeskConfig(AppConfig):
    default = True
    name = "newsroom.desk"
    label = "desk"
    verbose_name = _("Desk")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from newsroom.desk import history  # noqa: PLC0415 - it needs the models, which are there only now

        history.register()
