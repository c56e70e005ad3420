from django.apps import AppConfig
from django.contrib.staticfiles.apps import StaticFilesConfig
from django.core import checks
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _


class PublicConfig(AppConfig):
    default = True
    name = "newsroom.public"
    label = "public"
    verbose_name = _("Published")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        # It imports models, which are not there before this.
        from newsroom.public import upkeep  # noqa: PLC0415

        pre_migrate.connect(upkeep.before_migrate, sender=self)
        post_migrate.connect(upkeep.after_migrate, sender=self)
        checks.register(upkeep.check_triggers, checks.Tags.database)


class Files(StaticFilesConfig):
    """Static files without the second reader of API documents, whose compression would take a minute."""

    ignore_patterns = [*StaticFilesConfig.ignore_patterns, "redoc"]
