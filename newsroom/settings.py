"""
All settings, from the environment alone. Without any variable it serves this machine only, over HTTP, from SQLite.

DATABASE_URL          postgres://user:password@host:port/name or sqlite:///path   (var/communique.sqlite3)
NEWSROOM_DEBUG        on for development on this machine                          (off)
NEWSROOM_HOSTS        names this site answers to, separated by commas             (this machine's own)
NEWSROOM_HTTPS        off is refused beyond this machine                          (on beyond this machine)
NEWSROOM_PROXY        on when a proxy in front sets X-Forwarded-Proto             (off)
NEWSROOM_MEDIA        folder of uploaded pictures                                 (var/media)
NEWSROOM_SNAPSHOTS    folder of the files that partners begin a copy with        (var/snapshots)
NEWSROOM_SNAPSHOT_DAYS  for how many days these are kept                         (7)
NEWSROOM_SECRET_KEY   required beyond this machine
NEWSROOM_ORIGIN       https://host of published addresses, where requests name another  (the request's)
NEWSROOM_RIGHTS       who holds the rights in what is published                   (Communiqué)
NEWSROOM_SIDE         public serves editions alone, without desk and admin        (all)
NEWSROOM_SECOND_FACTOR  required asks everybody at the desk for a code as well; offered leaves it to each
                      (required beyond this machine)
NEWSROOM_ANONYMOUS_QUOTA  requests a minute from one address without a key; 0 counts none   (60)
NEWSROOM_REDIS        redis://host:port/number counts quotas there                (in the store of usage)
NEWSROOM_USAGE        another database for counts and audits of partners          (SQLite: a file beside; else the same)
NEWSROOM_KEY_SECRET   proves partners' keys and signs webhooks; a new one voids all   (NEWSROOM_SECRET_KEY)
NEWSROOM_WEBHOOK_PROXY  host:port of a proxy through which webhooks go out (CONNECT)  (none)
NEWSROOM_WEBHOOKS_TO_THIS_MACHINE  on lets webhooks lead here, over HTTP too; refused beyond this machine  (off)
NEWSROOM_SMTP         host of the mail server that sends letters to partners      (localhost; here they are printed)
NEWSROOM_SENDER       whom those letters are from                                 (communique@ the first of the hosts)
NEWSROOM_LOG_LEVEL    DEBUG, INFO, WARNING, ERROR                                 (INFO)
"""

import os
from datetime import timedelta
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key
from django.utils.csp import CSP
from whitenoise.compress import Compressor

from newsroom import environment
from newsroom.public.assets import mark_weakly
from relations.values.languages import NATIVE_NAMES

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

# Where it runs

LOOPBACK = {"127.0.0.1", "localhost", "[::1]"}
SIDE = environment.choice("NEWSROOM_SIDE", "all", ("all", "public"))
WITH_DESK = SIDE == "all"
ALLOWED_HOSTS = environment.names("NEWSROOM_HOSTS", "127.0.0.1,localhost,[::1]")
THIS_MACHINE_ONLY = LOOPBACK.issuperset(ALLOWED_HOSTS)
DEBUG = environment.flag("NEWSROOM_DEBUG", default=False)
HTTPS = environment.flag("NEWSROOM_HTTPS", default=not THIS_MACHINE_ONLY)

if not THIS_MACHINE_ONLY and (DEBUG or not HTTPS):
    raise ImproperlyConfigured(
        "NEWSROOM_DEBUG=on and NEWSROOM_HTTPS=off are for this machine only, but NEWSROOM_HOSTS names other hosts."
    )

if THIS_MACHINE_ONLY:
    # Good for commands and tests; give a key to stay logged in across restarts or to run several workers.
    SECRET_KEY = os.environ.get("NEWSROOM_SECRET_KEY") or "django-insecure-" + get_random_secret_key()
else:
    SECRET_KEY = environment.required(
        "NEWSROOM_SECRET_KEY", "at least 50 random characters, kept secret and the same for every worker."
    )

ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"

# Applications

DESK_APPS = [
    "relations",
    "newsroom.desk",
    # Before the admin, which it teaches about translated columns.
    "modeltranslation",
    "newsroom.desk.apps.DeskAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "reversion",
    "django_prose_editor",
    # Accounts: second factor, own sessions (which need humanize), the lock after wrong passwords.
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django.contrib.humanize",
    "axes",
]
PUBLIC_APPS = [
    "newsroom.public",
    "newsroom.partners",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "newsroom.public.apps.Files",
]
INSTALLED_APPS = [*DESK_APPS, *PUBLIC_APPS] if WITH_DESK else PUBLIC_APPS

DESK_MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    # Last, so that it sees who was locked out.
    "axes.middleware.AxesMiddleware",
]
MIDDLEWARE = [
    "newsroom.public.middleware.RequestId",
    "newsroom.public.middleware.Isolation",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "newsroom.public.compression.Compression",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "newsroom.public.middleware.Languages",
    "django.middleware.common.CommonMiddleware",
    *(DESK_MIDDLEWARE if WITH_DESK else []),
]

DESK_CONTEXT_PROCESSORS = [
    "django.contrib.auth.context_processors.auth",
    "django.contrib.messages.context_processors.messages",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.template.context_processors.csp",
                *(DESK_CONTEXT_PROCESSORS if WITH_DESK else []),
            ]
        },
    }
]

# Data

DATABASES = {
    "default": environment.database(os.environ.get("DATABASE_URL") or "sqlite:///var/communique.sqlite3", BASE_DIR)
}
# What reading writes, counts and audits, has a store of its own, so that it never waits for a publication: SQLite locks
# whole files. PostgreSQL does not, and the tables of the main database serve.
DATABASES["usage"] = (
    environment.database(os.environ["NEWSROOM_USAGE"], BASE_DIR)
    if os.environ.get("NEWSROOM_USAGE")
    else environment.beside(DATABASES["default"], "usage")
)
DATABASE_ROUTERS = ["newsroom.partners.routing.Usage"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Languages and time

LANGUAGE_CODE = "en"
LANGUAGES = list(NATIVE_NAMES.items())
LOCALE_PATHS = [BASE_DIR / "newsroom" / "locale"]
FORMAT_MODULE_PATH = ["newsroom.formats"]
TIME_ZONE = "UTC"
USE_TZ = True
MODELTRANSLATION_DEFAULT_LANGUAGE = "en"
# The whole chain, or labels in the admin come out empty. Composing names its columns and never falls back.
MODELTRANSLATION_FALLBACK_LANGUAGES = {"default": tuple(NATIVE_NAMES)}

# Files

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
# Served by a view that asks whether a current edition uses the file; never by the web server itself.
MEDIA_URL = "/media/"
MEDIA_ROOT = Path(os.environ.get("NEWSROOM_MEDIA") or VAR_DIR / "media")
SNAPSHOTS = Path(os.environ.get("NEWSROOM_SNAPSHOTS") or VAR_DIR / "snapshots")
SNAPSHOT_DAYS = environment.number("NEWSROOM_SNAPSHOT_DAYS", 7)
PLAIN_STATIC = "django.contrib.staticfiles.storage.StaticFilesStorage"
HASHED_STATIC = "whitenoise.storage.CompressedManifestStaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": PLAIN_STATIC if DEBUG else HASHED_STATIC},
}

# Maps for debuggers are large, and nobody reads the site with one.
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = [*Compressor.SKIP_COMPRESS_EXTENSIONS, "map"]
WHITENOISE_ADD_HEADERS_FUNCTION = mark_weakly

# Security

SECURE_CSP = {
    # What is not named below, nobody here uses.
    "default-src": [CSP.NONE],
    **dict.fromkeys(("img-src", "font-src", "connect-src", "media-src", "manifest-src"), [CSP.SELF]),
    # The desk shows previews in frames.
    "frame-src": [CSP.SELF],
    # The nonce is for the admin's own tags; a page that uses none gets a header without one.
    "script-src": [CSP.SELF, CSP.NONCE],
    "style-src": [CSP.SELF, CSP.NONCE],
    "object-src": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
    "form-action": [CSP.SELF],
}
# What browsers may do for a page; these may do nothing.
SECURE_PERMISSIONS = (
    *("accelerometer", "browsing-topics", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer"),
    *("microphone", "midi", "payment", "serial", "usb", "xr-spatial-tracking"),
)
SECURE_SSL_REDIRECT = HTTPS
# A supervisor beside the process asks over plain HTTP.
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
LANGUAGE_COOKIE_SECURE = HTTPS
LANGUAGE_COOKIE_SAMESITE = "Lax"
BEHIND_PROXY = environment.flag("NEWSROOM_PROXY", default=False)
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

LANGUAGE_COOKIE_PATH = "/admin/"

# Accounts

LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
SECOND_FACTOR = environment.choice(
    "NEWSROOM_SECOND_FACTOR", "offered" if THIS_MACHINE_ONLY else "required", ("offered", "required")
)
if WITH_DESK:
    AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
ACCOUNT_ADAPTER = "newsroom.desk.people.accounts.Accounts"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_AUTHENTICATED_LOGIN_REDIRECTS = False
ACCOUNT_LOGOUT_REDIRECT_URL = "admin:login"
# Wrong passwords are counted by axes; here wrong codes are.
ACCOUNT_RATE_LIMITS = {"login_failed": "5/5m/key"}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Communiqué"
# Clocks of telephones are off by some seconds.
MFA_TOTP_TOLERANCE = 1
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_ON_SUCCESS = True
# Who guesses from elsewhere does not lock out the person themselves.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_CLIENT_IP_CALLABLE = "newsroom.clients.address_of"
AXES_LOCKOUT_CALLABLE = "newsroom.desk.people.accounts.locked_out"
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False
# The desk has a page of its own for it.
AXES_ENABLE_ADMIN = False

# Forms

# A form with four languages and a page of inline rows passes the default of 1,000.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# API

REST_FRAMEWORK = {
    # Reading is anonymous, so nothing of auth is asked for and a public-only process needs none.
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "UNAUTHENTICATED_USER": None,
    "UNAUTHENTICATED_TOKEN": None,
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_METADATA_CLASS": None,
    "DEFAULT_SCHEMA_CLASS": "newsroom.public.api.openapi.ViewSchema",
    "EXCEPTION_HANDLER": "newsroom.public.api.problems.exception_handler",
    "URL_FORMAT_OVERRIDE": None,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Communiqué",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": "/api/v1",
    # Headers, 304, problems and the contract's types; the generator knows none of these.
    "POSTPROCESSING_HOOKS": ["newsroom.public.api.openapi.complete"],
}

# Partners

# Requests a minute from one address without a key; 0 counts none.
ANONYMOUS_QUOTA = environment.number("NEWSROOM_ANONYMOUS_QUOTA", 60)
# What proves a key, and what the secrets of webhooks are derived from; with another one all given out are void.
KEY_SECRET = os.environ.get("NEWSROOM_KEY_SECRET") or SECRET_KEY
WEBHOOK_PROXY = os.environ.get("NEWSROOM_WEBHOOK_PROXY", "")
WEBHOOKS_TO_THIS_MACHINE = environment.flag("NEWSROOM_WEBHOOKS_TO_THIS_MACHINE", default=False)
if WEBHOOKS_TO_THIS_MACHINE and not THIS_MACHINE_ONLY:
    raise ImproperlyConfigured("NEWSROOM_WEBHOOKS_TO_THIS_MACHINE=on would let partners reach what only we may reach.")
# Where quotas are counted; empty for the store of usage.
REDIS = os.environ.get("NEWSROOM_REDIS", "")

# Letters

SMTP = {"host": os.environ.get("NEWSROOM_SMTP") or "localhost", "timeout": 10}
PRINTED = {"BACKEND": "django.core.mail.backends.console.EmailBackend"}
SENT = {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": SMTP}
MAILERS = {"default": PRINTED if THIS_MACHINE_ONLY else SENT}
DEFAULT_FROM_EMAIL = os.environ.get("NEWSROOM_SENDER") or f"communique@{ALLOWED_HOSTS[0].strip('[].*')}"

# Published

# Scheme and host of every address given out; empty takes them from the request.
PUBLIC_ORIGIN = os.environ.get("NEWSROOM_ORIGIN", "").rstrip("/")
RIGHTS_HOLDER = os.environ.get("NEWSROOM_RIGHTS") or "Communiqué"
PUBLIC_RIGHTS = {"holder": RIGHTS_HOLDER, "notice": f"© {RIGHTS_HOLDER}", "usage_terms": "", "licence_url": None}

# Logging

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": os.environ.get("NEWSROOM_LOG_LEVEL") or "INFO"},
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        # It tells of every login.
        "axes": {"level": "WARNING"},
    },
}
