"""Preconditions as their templates show them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from network.models import PreconditionReport, PreconditionState
from network.queries.preconditions import Row
from portal.core.languages.catalogue import BY_CODE, html_lang_for_reader
from portal.core.languages.reader import current_reader
from portal.core.pages.listing import lang_beside
from portal.vocabulary.models import Beneficiary


def matrix_rows(rows: Iterable[Row]) -> list[dict[str, Any]]:
    slugs = dict(Beneficiary.objects.values_list("pk", "slug"))
    return [
        {
            "name": row.precondition.name,
            "note": row.precondition.note,
            "cells": [
                {
                    "beneficiary": cell.beneficiary.name,
                    "url": reverse("network:precondition", args=[row.precondition.key, slugs[cell.beneficiary.pk]]),
                    "state": cell.state_label,
                    "is_reported": cell.is_reported,
                    "owner": cell.report.owner.label if cell.is_reported and cell.report and cell.report.owner else "",
                    "as_of": cell.report.as_of if cell.is_reported and cell.report else None,
                }
                for cell in row.cells
            ],
        }
        for row in rows
    ]


def report_shown(report: PreconditionReport) -> dict[str, Any]:
    """A report, with the language of its evidence where that is not the reader's. Who made it stays with the portal."""
    reader = current_reader().language
    lang = html_lang_for_reader(report.language, reader) if report.language else ""
    shown = lang_beside(lang) if lang else ""
    return {
        "pk": report.pk,
        "state": report.get_state_display(),
        "is_reported": report.state != PreconditionState.NOT_REPORTED,
        "evidence": report.evidence,
        "lang": shown,
        "language": BY_CODE[report.language].native_name if shown else "",
        "owner": report.owner.label if report.owner else "",
        "as_of": report.as_of,
        "made_at": report.made_at,
        "is_current": report.is_current,
    }
