"""All that the portal holds about a person, as a ZIP: a page to read, and JSON for programs."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone, translation

from portal.accounts.models import User
from portal.core.languages.catalogue import Language
from portal.core.registries.personal_data import Fact, PersonalData, Value, personal_data
from portal.core.scripts.html import latinise_html
from portal.core.status_note.html import mark_html
from portal.core.text_exit import finished, footnote


def archive(user: User, language: Language) -> bytes:
    """Made anew each time; nothing of it stays on the server."""
    with translation.override(language.code):
        parts = personal_data(user)
        page = render_to_string(
            "members/personal_data.html",
            {"parts": parts, "language": language, "site_name": settings.WAGTAIL_SITE_NAME, "made_at": timezone.now()},
        )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as files:
        files.writestr("my-data.html", mark_html(latinise_html(page), language.code))
        files.writestr("my-data.json", json.dumps(_document(parts, language), ensure_ascii=False, indent=2) + "\n")
    return packed.getvalue()


def _document(parts: Sequence[PersonalData], language: Language) -> dict[str, Any]:
    document: dict[str, Any] = {
        "made_at": timezone.localtime().isoformat(timespec="seconds"),
        "language": language.html_lang,
    }
    for part in parts:
        document[part.name] = [_record(record, language) for record in part.records]
    texts = [text for part in parts for record in part.records for fact in record for text in _texts(fact.value)]
    if note := footnote(texts, language.html_lang):
        document["note"] = note
    return document


def _record(record: Sequence[Fact], language: Language) -> dict[str, Any]:
    return {fact.name: _plain(fact.value, language) for fact in record}


def _plain(value: Value, language: Language) -> Any:
    if isinstance(value, str):
        return finished(value, language.html_lang)
    if isinstance(value, datetime):
        return timezone.localtime(value).isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Sequence):
        return [finished(text, language.html_lang) for text in value]
    return value


def _texts(value: Value) -> Sequence[str]:
    if isinstance(value, str):
        return [value]
    return value if isinstance(value, Sequence) else []
