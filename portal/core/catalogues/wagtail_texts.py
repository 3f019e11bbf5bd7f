"""Texts of the installed Wagtail that somebody may see in our administration.

Wagtail knows no Montenegrin, and next to nothing of Albanian, Bosnian, Macedonian and Serbian. It comes with a list of
its texts in each of its apps, the English catalogue. What is installed here is translated by us: a release that adds,
changes or drops texts is noticed by `manage.py translations check`.
"""

from __future__ import annotations

import re
from pathlib import Path

import polib
from django.apps import apps

from portal.core.catalogues.extract import Message

#: Files whose texts nobody sees here, with the reason.
_UNSEEN_FILES = re.compile(
    "|".join(
        (
            r"/apps\.py$",  # names of apps
            r"^wagtail/models/api\.py$|api_tokens",  # tokens of Wagtail's own API, which is not installed
            r"^wagtail/models/i18n\.py$|/status/locale\.html$",  # WAGTAIL_I18N_ENABLED is off
            r"/account/password_reset/",  # WAGTAIL_PASSWORD_RESET_ENABLED is off
            r"/upgrade_notification\.html$",  # WAGTAIL_ENABLE_UPDATE_CHECK is off
            r"/templates/wagtailcore/",  # pages of Wagtail for signing in: the portal has its own
        )
    )
)
_LEFT_OUT_TEXTS = re.compile(
    "|".join(
        (
            r"%\(translations?_",  # counts the translated pages of WAGTAIL_I18N_ENABLED
            r"^What's new in Wagtail",  # stays in the language of the first who opens the menu after a start
        )
    )
)


def find_wagtail_texts(domain: str) -> dict[Message, set[str]]:
    """Every such text, with the files (from the package on) in which it stands."""
    found: dict[Message, set[str]] = {}
    for app in apps.get_app_configs():
        path = Path(app.path) / "locale" / "en" / "LC_MESSAGES" / f"{domain}.po"
        if app.name.split(".")[0] != "wagtail" or not path.exists():
            continue
        for entry in polib.pofile(str(path)):
            files = {f"{app.name.replace('.', '/')}/{name}" for name, _line in entry.occurrences}
            if all(map(_UNSEEN_FILES.search, files)) or _LEFT_OUT_TEXTS.search(entry.msgid + entry.msgid_plural):
                continue
            message = Message(entry.msgid, plural=entry.msgid_plural, context=entry.msgctxt or "")
            found.setdefault(message, set()).update(files)
    return found
