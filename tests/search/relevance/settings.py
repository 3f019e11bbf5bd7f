"""Local settings with the starter content in a folder of its own, one for each state of what it is made of."""

import hashlib

from portal.settings.local import *  # noqa: F403


def _state_of_content() -> str:
    """A checksum over starter files, their loaders and migrations: what a prepared database depends on."""
    digest = hashlib.sha256()
    for pattern in ("*/starter_data/**/*", "*/starter/*.py", "*/migrations/*.py"):
        for path in sorted((*BASE_DIR.glob(pattern), *BASE_DIR.glob(f"portal/{pattern}"))):  # noqa: F405
            if path.is_file():
                digest.update(str(path.relative_to(BASE_DIR)).encode() + path.read_bytes())  # noqa: F405
    return digest.hexdigest()[:16]


CONTENT_DIR = VAR_DIR / "relevance" / _state_of_content()  # noqa: F405
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": CONTENT_DIR / "continuum.sqlite3"}}
SEARCH_INDEX_DIR = CONTENT_DIR / "search"
MEDIA_ROOT = CONTENT_DIR / "media"
# Loading content changes no index that somebody uses; what is measured has one of its own.
ELASTICSEARCH_INDEX_PREFIX = "relevance"
LOGGING = {**LOGGING, "root": {"handlers": ["console"], "level": "ERROR"}}  # noqa: F405
