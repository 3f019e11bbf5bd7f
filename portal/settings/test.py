"""For the test suite: quick password hashing, mail kept in memory, files in a folder that goes away."""

import secrets
import tempfile

from portal.settings.base import *  # noqa: F403

DEBUG = False
SECRET_KEY = "test-" + "0" * 60
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
ALLOW_DEMO_ADMINISTRATOR = True
# Tests of it turn it on.
REQUIRE_SECOND_FACTOR = False

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

_FOLDER = Path(tempfile.mkdtemp(prefix="continuum-test-"))
MEDIA_ROOT = _FOLDER / "media"
SEARCH_INDEX_DIR = _FOLDER / "search"
OFFLINE_PACKS_DIR = _FOLDER / "offline-packs"
MAINTENANCE_DIR = _FOLDER / "maintenance"
# Runs at the same time have indexes of their own in one cluster, and a busy machine may take its time to answer.
ELASTICSEARCH_INDEX_PREFIX = f"test-{secrets.token_hex(6)}"
ELASTICSEARCH_SECONDS = 30.0
# When a test goes on, everything is done.
LONG_TASKS = "default"
# A test asks more often than anybody should.
SEARCH_API_REQUESTS_PER_MINUTE = 100_000
# What is counted is written now and then, in whichever request that falls.
READ_COUNT_DAYS = 0
STATIC_ROOT = _FOLDER / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
LOGGING = {**LOGGING, "root": {"handlers": ["console"], "level": "ERROR"}}
