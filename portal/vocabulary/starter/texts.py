"""Translated texts and review flags as starter files write them, and as records hold them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, TypeVar

from django.db import models

from portal.core.languages.catalogue import CONTENT_CODES
from portal.core.starter.records import BrokenRow

R = TypeVar("R", bound=models.Model)

#: Made from Serbian when a page is sent; starter files may carry it for other uses.
_MADE_AT_THE_EXIT = frozenset({"sr_latn"})


def texts_of_row(field: str, by_language: Mapping[str, str]) -> dict[str, str]:
    """Values for the translated `field`, "" where a language is missing.

    Raises BrokenRow for a language that is none of the six, and when there is no English.
    """
    if unknown := set(by_language) - set(CONTENT_CODES) - _MADE_AT_THE_EXIT:
        raise BrokenRow(f"unknown language: {', '.join(sorted(unknown))}")
    if not by_language.get("en"):
        raise BrokenRow(f"no English {field}")
    return {f"{field}_{code}": str(by_language.get(code, "")).strip() for code in CONTENT_CODES}


def texts_of_record(record: models.Model, field: str) -> dict[str, str]:
    """The same, read from a record. A browser sends line breaks as CR and LF; that is not a change."""
    return {
        f"{field}_{code}": "\n".join((getattr(record, f"{field}_{code}") or "").splitlines()) for code in CONTENT_CODES
    }


def flags(codes: Collection[str]) -> str:
    """Languages to be reviewed as `ReviewFlags.review_languages` holds them; BrokenRow for an unknown one."""
    if unknown := set(codes) - set(CONTENT_CODES):
        raise BrokenRow(f"unknown language to be reviewed: {', '.join(sorted(unknown))}")
    return " ".join(code for code in CONTENT_CODES if code in codes)


def store(record: R, values: Mapping[str, Any], relations: Collection[str] = ()) -> R:
    """Puts values into a record, checks its fields (ValidationError) and saves it.

    `relations` are fields whose objects the loader has looked up itself; checking them would ask again, each time.
    """
    for name, value in values.items():
        setattr(record, name, value)
    record.clean_fields(exclude=set(relations))
    record.save()
    return record
