"""For the public. Refuses to start without SECRET_KEY, ALLOWED_HOSTS, DATABASE_URL, BASE_URL and a mail server."""

import re
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from portal.settings.base import *  # noqa: F403

# What is set but empty, as in a fresh copy of `.env.example`, is missing too: an empty DATABASE_URL would quietly be
# SQLite, and an empty SECRET_KEY show up with the first visitor.
for _name in ("SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "BASE_URL"):
    if not env.str(_name, default="").strip():
        raise ImproperlyConfigured(f"Set the {_name} environment variable")
if EMAIL_CONFIG["EMAIL_BACKEND"] == "django.core.mail.backends.console.EmailBackend":
    raise ImproperlyConfigured("Set EMAIL_URL to a mail server: links to set a password would be written to the log")

# Half an address of the search cluster would show as a search that never works.
_hosts = [urlsplit(host) for host in ELASTICSEARCH_URL]
if (ELASTICSEARCH_API_KEY or ELASTICSEARCH_CA_CERTS) and not _hosts:
    raise ImproperlyConfigured("Set ELASTICSEARCH_URL, which the other settings of Elasticsearch are for")
if any(host.scheme not in {"http", "https"} or not host.hostname or not host.port for host in _hosts):
    raise ImproperlyConfigured("Write the addresses in ELASTICSEARCH_URL in full: https://search.example.org:9200")
if len({host.scheme for host in _hosts}) > 1:
    raise ImproperlyConfigured("Let all addresses in ELASTICSEARCH_URL begin with https, or none")
if ELASTICSEARCH_API_KEY and any(host.username for host in _hosts):
    raise ImproperlyConfigured("Set ELASTICSEARCH_API_KEY or a user in ELASTICSEARCH_URL, not both")
if ELASTICSEARCH_CA_CERTS and any(host.scheme != "https" for host in _hosts):
    raise ImproperlyConfigured("ELASTICSEARCH_CA_CERTS is of no use unless ELASTICSEARCH_URL begins with https")
if ELASTICSEARCH_CA_CERTS and not Path(ELASTICSEARCH_CA_CERTS).is_file():
    raise ImproperlyConfigured("ELASTICSEARCH_CA_CERTS names no file")
if not re.fullmatch(r"[a-z0-9][a-z0-9_.]*(-[a-z0-9_.]+)*", ELASTICSEARCH_INDEX_PREFIX):
    raise ImproperlyConfigured("Use small letters, digits, dots and hyphens in ELASTICSEARCH_INDEX_PREFIX")

DEBUG = False
SECRET_KEY = env.str("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
WAGTAILADMIN_BASE_URL = env.str("BASE_URL")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[WAGTAILADMIN_BASE_URL])

ALLOW_DEMO_ADMINISTRATOR = False
REQUIRE_SECOND_FACTOR = env.bool("REQUIRE_SECOND_FACTOR", default=True)

SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=365 * 24 * 3600)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
LANGUAGE_COOKIE_SECURE = True

# A worker (`manage.py db_worker`) does the background work.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
LONG_TASKS = "default"

# Behind a proxy all visitors come from its address; limits of attempts would count them as one.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=1)

CACHES = {"default": env.cache("CACHE_URL", default="locmemcache://")}
