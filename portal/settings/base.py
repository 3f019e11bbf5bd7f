"""Settings that hold everywhere. What differs between machines comes from the environment (`.env.example`)."""

import os
from pathlib import Path

import environ

from portal.core.languages.catalogue import LANGUAGES as PORTAL_LANGUAGES
from portal.core.languages.catalogue import register_with_django

BASE_DIR = Path(__file__).resolve().parent.parent.parent

env = environ.Env()
if os.environ.get("DJANGO_SETTINGS_MODULE") != "portal.settings.test":
    environ.Env.read_env(BASE_DIR / ".env")

#: Everything that a running instance makes: database, index, media, collected static files.
VAR_DIR = Path(env.str("VAR_DIR", default=str(BASE_DIR / "var")))

INSTALLED_APPS = [
    # First: it patches the model classes of the apps below as they load.
    "modeltranslation",
    "practices",
    "trainings",
    "network",
    "portal.website",
    "portal.desk",
    "search",
    "portal.members",
    "portal.vocabulary",
    "portal.accounts",
    "portal.core",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.settings",
    "wagtail.contrib.redirects",
    "wagtail.embeds",
    "wagtail.sites",
    # Wagtail's app for users, with our forms.
    "portal.accounts.wagtail_users.PortalUsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "modelsearch",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    # allauth's app for sessions, kept in our way.
    "portal.accounts.sessions.app.PortalSessionsConfig",
    "django_tasks",
    "django_tasks_db",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    # Outside all that may fail.
    "search.api.problems.ProblemsMiddleware",
    # Next to the way out, so that script and status footnote are applied to the finished page.
    "portal.core.middleware.exits.TextExitMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "portal.core.middleware.reader.ReaderLanguageMiddleware",
    "portal.core.visibility.memory.VisibilityMemoryMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "portal.core.visibility.visitor.VisitorMiddleware",
    "portal.core.middleware.personal.PersonalAnswersMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    # Last of those that settle what any answer needs, before what reads the database.
    "portal.core.middleware.maintenance.MaintenanceMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "portal.accounts.sessions.recording.LastSeenMiddleware",
    "portal.accounts.second_factor.SecondFactorMiddleware",
    "portal.core.middleware.redirects.OpenRedirectsMiddleware",
    "portal.core.editing.named_by_number.NamedByNumberMiddleware",
    # Last, when everything that may refuse a request has looked at it.
    "portal.core.editing.turns.TurnsMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "portal" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "portal.core.context.page_frame.page_frame",
            ],
        },
    },
]

# Database: SQLite in WAL mode in the data folder, or whatever DATABASE_URL names (PostgreSQL).
_EMBEDDED_DATABASE = f"sqlite:///{VAR_DIR / 'continuum.sqlite3'}"
DATABASES = {"default": env.db_url_config(env.str("DATABASE_URL", default="") or _EMBEDDED_DATABASE)}
if not env.str("DATABASE_URL", default=""):
    # Any command may be the first one in a new clone, and SQLite makes no folders.
    VAR_DIR.mkdir(parents=True, exist_ok=True)
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        # A writer takes its lock at once and waits, instead of failing when it first writes.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16000;",
    }
else:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
# With SQLite too: a new connection, with what it reads of the file at first, takes longer than all queries of a page.
DATABASES["default"]["CONN_MAX_AGE"] = env.int("DATABASE_CONN_MAX_AGE", default=60)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Search: tantivy in the data folder, or the cluster that ELASTICSEARCH_URL names (several hosts, by commas).
ELASTICSEARCH_URL = [host for host in env.list("ELASTICSEARCH_URL", default=[]) if host]
ELASTICSEARCH_API_KEY = env.str("ELASTICSEARCH_API_KEY", default="")
ELASTICSEARCH_CA_CERTS = env.str("ELASTICSEARCH_CA_CERTS", default="")
ELASTICSEARCH_INDEX_PREFIX = env.str("ELASTICSEARCH_INDEX_PREFIX", default="continuum")
ELASTICSEARCH_REPLICAS = env.int("ELASTICSEARCH_REPLICAS", default=1)
#: Whoever searches waits no longer than this, however many nodes are asked; then the database answers.
ELASTICSEARCH_SECONDS = env.float("ELASTICSEARCH_SECONDS", default=1.0)
SEARCH_INDEX_DIR = VAR_DIR / "search"
#: Of one person who is signed in, or from one address.
SEARCH_API_REQUESTS_PER_MINUTE = env.int("SEARCH_API_REQUESTS_PER_MINUTE", default=60)
#: Days for which it is kept what was searched for (search.statistics).
SEARCH_STATISTICS_DAYS = env.int("SEARCH_STATISTICS_DAYS", default=400)
#: Days for which it is kept how often pages are read in each language (portal.desk.need); 0 counts nothing.
READ_COUNT_DAYS = env.int("READ_COUNT_DAYS", default=90)
#: Dictionaries as compact tables, made once and mapped into each process (search.analysis.tables).
LANGUAGE_TABLES_DIR = VAR_DIR / "language-tables"

# Offline packs: a folder that all processes share, and megabytes that all packs in it may have together.
OFFLINE_PACKS_DIR = VAR_DIR / "offline-packs"
OFFLINE_PACKS_MEGABYTES = env.int("OFFLINE_PACKS_MEGABYTES", default=2000)
# The desk: dotted path of what drafts translations when somebody asks for it (portal.desk.machine). Off when empty.
MACHINE_TRANSLATION = env.str("MACHINE_TRANSLATION", default="")

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

# Background work: at once, in the same process, unless a worker runs (portal.settings.production). What takes long and
# shows how far it is goes to the backend that LONG_TASKS names.
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "thread": {"BACKEND": "portal.core.thread_tasks.ThreadBackend"},
}
LONG_TASKS = "thread"

# People
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_ADAPTER = "portal.accounts.adapter.AccountAdapter"
ACCOUNT_LOGOUT_ON_GET = False
# One address a person, changed when the new one has been confirmed; who changes something signs in again first.
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
# Nobody can have the portal write to a stranger by typing their address.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
# Of attempts by address and account (docs/operating/accounts.md names them all). "check_in" is about short codes of
# sessions that one person types (trainings.checkin). The last four are no attempts: questions sent from the library
# (search.views.ask), offline packs (search.views.pack), applications from one place and mail to one address about them
# (portal.members.views.limits).
ACCOUNT_RATE_LIMITS = {
    "login_failed": "10/m/ip,5/5m/key",
    "request_login_code": "20/m/ip,3/m/key,10/h/key",
    "check_in": "10/5m/key",
    "ask_network": "5/h/key",
    "offline_pack": "12/h/key",
    "join": "10/h/key",
    "join_address": "3/h/key",
}
# A code by e-mail in the place of the password. Digits, which every keyboard has; three attempts for each code.
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 10 * 60
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 3
ACCOUNT_LOGIN_BY_CODE_FORMAT = {"numeric": True, "length": 8}
MFA_TOTP_ISSUER = "Continuum"
MFA_ADAPTER = "portal.accounts.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_FORMS = {
    "add_webauthn": "portal.accounts.passkeys.AddPasskeyForm",
    "edit_webauthn": "portal.accounts.passkeys.RenamePasskeyForm",
    "login_webauthn": "portal.accounts.passkeys.LoginPasskeyForm",
    "authenticate_webauthn": "portal.accounts.passkeys.AuthenticatePasskeyForm",
    "reauthenticate_webauthn": "portal.accounts.passkeys.ReauthenticatePasskeyForm",
}
#: Days for which it is kept what has happened to accounts (portal.accounts.log).
ACCOUNT_LOG_DAYS = env.int("ACCOUNT_LOG_DAYS", default=180)
#: Whether editors, focal points and administrators must have a second factor (portal.accounts.second_factor).
REQUIRE_SECOND_FACTOR = env.bool("REQUIRE_SECOND_FACTOR", default=False)
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"

# Languages: one place, portal.core.languages.catalogue.
register_with_django()
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Belgrade"
LANGUAGE_CODE = "en"
LANGUAGES = [(language.code, language.native_name) for language in PORTAL_LANGUAGES]
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
#: Our own texts, and those of Wagtail that it does not translate itself (portal/core/catalogues/registry.py).
LOCALE_PATHS = [BASE_DIR / "portal" / "locale", BASE_DIR / "portal" / "locale_wagtail"]
FORMAT_MODULE_PATH = ["portal.core.formats"]
MODELTRANSLATION_LANGUAGES = ("en", "sq", "bs", "cnr", "mk", "sr")
MODELTRANSLATION_DEFAULT_LANGUAGE = "en"
MODELTRANSLATION_FALLBACK_LANGUAGES = {
    "default": ("en", "sr", "bs", "cnr", "mk", "sq"),
    "cnr": ("bs", "sr", "en", "mk", "sq"),
    "bs": ("cnr", "sr", "en", "mk", "sq"),
    "sr": ("cnr", "bs", "en", "mk", "sq"),
    "mk": ("sr", "en", "bs", "cnr", "sq"),
    "sq": ("en", "bs", "cnr", "sr", "mk"),
}
MODELTRANSLATION_CUSTOM_FIELDS = ("BodyField", "StepsField", "SessionsField")

# Static and media
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "portal.core.static_files.storage.JoinedManifestStorage"},
}
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
WHITENOISE_MAX_AGE = 3600
#: Holds a file while the portal is worked on (portal.core.maintenance).
MAINTENANCE_DIR = VAR_DIR / "maintenance"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
#: Of a form without its files: minutes that are pasted from a word processor bring ten times their length of markup.
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024

# Wagtail
WAGTAIL_SITE_NAME = "Continuum"
WAGTAILADMIN_BASE_URL = env.str("BASE_URL", default="http://127.0.0.1:8000")
WAGTAIL_I18N_ENABLED = False
WAGTAILIMAGES_IMAGE_MODEL = "core.PortalImage"
WAGTAILDOCS_DOCUMENT_MODEL = "core.PortalDocument"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_IMAGE_FORM_BASE = "portal.core.files.image_form.PortalImageForm"
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "html", "odp", "ods", "odt", "pdf", "pptx", "txt", "xlsx", "zip"]
WAGTAILDOCS_INLINE_CONTENT_TYPES: list[str] = []
WAGTAILDOCS_MAX_UPLOAD_SIZE = 50 * 1024 * 1024
MODELSEARCH_BACKENDS = {"default": {"BACKEND": "portal.core.page_finding"}}
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_WORKFLOW_ENABLED = True
# Saving while typing would refuse the second of two translators who work on different languages of a page.
WAGTAIL_AUTOSAVE_INTERVAL = 0
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = [(language.code, language.native_name) for language in PORTAL_LANGUAGES]
# Signing in works the same way everywhere: the admin's page counts attempts too, the rest is on the portal's pages.
WAGTAILADMIN_USER_LOGIN_FORM = "portal.accounts.admin_forms.AdminLoginForm"
# People set their password themselves, by "Forgot your password?"; nobody needs to know anybody else's.
WAGTAILUSERS_PASSWORD_REQUIRED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False

# Mail
EMAIL_CONFIG = env.email("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)
# All mail passes the exit (script, status footnote), which hands it to the backend that EMAIL_URL names.
MAIL_TRANSPORT = EMAIL_CONFIG["EMAIL_BACKEND"]
EMAIL_BACKEND = "portal.accounts.mail_exit.ExitBackend"
#: Seconds; whoever waits for a mail server that is silent holds up others.
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="Continuum <noreply@localhost.localdomain>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# Security
# Wagtail shows previews in a frame of its own pages; other sites cannot frame ours.
X_FRAME_OPTIONS = "SAMEORIGIN"
SILENCED_SYSTEM_CHECKS = ["security.W019"]
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CONTENT_SECURITY_POLICY = {
    # Wagtail's admin runs inline scripts, so there is no policy for it.
    "EXCLUDE_URL_PREFIXES": ("/admin/",),
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'self'"],
    },
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="INFO")},
    # A line for each page saved and each task done is in Wagtail's own log; here it would hide what matters.
    "loggers": {
        "wagtail": {"level": "WARNING"},
        "django_tasks": {"level": "WARNING"},
        # A line for each request.
        "elastic_transport": {"level": "WARNING"},
    },
}
