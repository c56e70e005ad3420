"""What reading writes goes to the store of usage, and nothing else does."""

USAGE = "usage"
MODELS = {"counter", "keyuse", "delivery"}


class Usage:
    def db_for_read(self, model, **hints):
        return USAGE if _is_usage(model) else None

    db_for_write = db_for_read

    def allow_migrate(self, db, app_label, model_name=None, **hints):
        # The main database has these tables too: it may be the same one.
        return app_label == "partners" if db == USAGE else None


def _is_usage(model) -> bool:
    return model._meta.app_label == "partners" and model._meta.model_name in MODELS
