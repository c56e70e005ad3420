from django.apps import AppConfig
from django.contrib.admin import apps as admin
from django.utils.translation import gettext_lazy as _


class DeskAdminConfig(admin.AdminConfig):
    default = False
    default_site = "newsroom.desk.admin.site.DeskSite"


class DeskConfig(AppConfig):
    default = True
    name = "newsroom.desk"
    label = "desk"
    verbose_name = _("Desk")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from newsroom.desk import history  # noqa: PLC0415 - it needs the models, which are there only now

        history.register()
