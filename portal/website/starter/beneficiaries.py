"""A page for each beneficiary."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from portal.core.starter.files import json_document
from portal.core.starter.pages import PageKind, load_pages
from portal.core.starter.report import Report
from portal.vocabulary.starter.codes import Codes
from portal.website.models import BeneficiaryIndexPage, BeneficiaryPage

BENEFICIARY_PAGE = PageKind(BeneficiaryPage, bodies=("body",), plain=("beneficiary_id",))


def load_beneficiary_pages(path: Path, report: Report) -> None:
    parent = BeneficiaryIndexPage.objects.first()
    rows = json_document(path, BeneficiaryPage._meta.label_lower, report)
    if parent is None or not rows:
        return
    codes = Codes()

    def values(row: Mapping[str, Any]) -> dict[str, Any]:
        body = {code: f"<p>{text}</p>" for code, text in row["body"].items()}
        return BENEFICIARY_PAGE.values({**row, "body": body}, beneficiary_id=codes.beneficiaries[row["key"]])

    load_pages(BENEFICIARY_PAGE, rows, values, parent=parent, report=report)
