"""Who may open what at the desk: the one table. A new address or model has no place until it stands here."""

from dataclasses import dataclass

WRITERS = frozenset({"reporter", "translator", "editor", "publisher"})
EDITORS = frozenset({"editor", "publisher"})
PUBLISHERS = frozenset({"publisher"})
ADMINISTRATORS = frozenset({"administrator"})
DESK = WRITERS | ADMINISTRATORS
NOBODY = frozenset()
ROLES = ("reporter", "translator", "editor", "publisher", "administrator")


@dataclass(frozen=True)
class Rights:
    view: frozenset = DESK
    add: frozenset = NOBODY
    change: frozenset = NOBODY
    delete: frozenset = NOBODY
    # What not even a superuser does in the admin.
    nobody: frozenset = NOBODY


RECORD = Rights(add=WRITERS, change=WRITERS)
LOOKED_AT = Rights(nobody=frozenset({"add", "change", "delete"}))
TAKEN_AWAY = Rights(view=ADMINISTRATORS, delete=ADMINISTRATORS, nobody=frozenset({"add", "change"}))

KEEPERS = EDITORS | ADMINISTRATORS
HOUSE_WORDS = Rights(add=KEEPERS, change=KEEPERS, delete=KEEPERS)

MODELS = {
    "auth.group": Rights(view=ADMINISTRATORS),
    "auth.user": Rights(view=ADMINISTRATORS, add=ADMINISTRATORS, change=ADMINISTRATORS, delete=ADMINISTRATORS),
    "axes.accessattempt": TAKEN_AWAY,
    "mfa.authenticator": TAKEN_AWAY,
    "partners.partner": Rights(
        view=ADMINISTRATORS, add=ADMINISTRATORS, change=ADMINISTRATORS, nobody=frozenset({"delete"})
    ),
    "desk.article": RECORD,
    "desk.author": RECORD,
    "desk.decision": LOOKED_AT,
    "desk.houseword": HOUSE_WORDS,
    "desk.version": LOOKED_AT,
    "relations.actor": RECORD,
    "relations.agreement": RECORD,
    "relations.capacity": RECORD,
    "relations.dossier": RECORD,
    "relations.event": RECORD,
    "relations.indicator": RECORD,
    "relations.picture": RECORD,
    "relations.place": RECORD,
    "relations.post": RECORD,
    "relations.series": RECORD,
    "relations.source": RECORD,
    "relations.topic": RECORD,
}

# Open to whoever comes by.
STRANGERS = {
    "account_login",
    "account_logout",
    "admin:login",
    "admin:logout",
    "set_language",
    # Says that an account has been closed, to whoever asks.
    "account_inactive",
    # The second step of a login: it sends who has not made the first one back to it.
    "mfa_authenticate",
}

# Every other page by the name of its address, with the roles that it opens for.
PAGES = {
    # The site
    "admin:index": DESK,
    "admin:app_list": DESK,
    "admin:autocomplete": DESK,
    "admin:jsi18n": DESK,
    "admin:view_on_site": DESK,
    "admin:all_records": DESK,
    "admin:translations": DESK,
    "admin:style_try": DESK,
    "admin:used": DESK,
    "admin:pictures": DESK,
    "admin:import": WRITERS,
    "admin:export": DESK,
    "admin:may": DESK,
    "admin:mentions": DESK,
    "admin:notes": DESK,
    "admin:move": DESK,
    "admin:proof": DESK,
    "admin:releases": DESK,
    "admin:release": DESK,
    # The pages of a record
    "admin:record_history": DESK,
    "admin:record_compare": DESK,
    "admin:record_restore": WRITERS,
    "admin:record_translation": DESK,
    "admin:record_preview": DESK,
    "admin:record_preview_frame": DESK,
    "admin:report_published": DESK,
    "admin:report_stages": DESK,
    "admin:report_translations": DESK,
    "admin:report_sources": DESK,
    "admin:report_corrections": DESK,
    # Partners of the API
    "admin:partner_keys": ADMINISTRATORS,
    "admin:key_revoke": ADMINISTRATORS,
    "admin:partner_webhooks": ADMINISTRATORS,
    "admin:webhook_disable": ADMINISTRATORS,
    "admin:partner_usage": ADMINISTRATORS,
    # What a form asks beside its page
    "admin:date_read": DESK,
    "admin:found": DESK,
    "admin:unsaved": DESK,
    "admin:presence": DESK,
    # One's own account
    "account_change_password": DESK,
    "account_reauthenticate": DESK,
    "admin:password_change": DESK,
    "admin:password_change_done": DESK,
    "mfa_index": DESK,
    "mfa_reauthenticate": DESK,
    "mfa_activate_totp": DESK,
    "mfa_deactivate_totp": DESK,
    "mfa_view_recovery_codes": DESK,
    "mfa_generate_recovery_codes": DESK,
    "mfa_download_recovery_codes": DESK,
    "usersessions_list": DESK,
}
