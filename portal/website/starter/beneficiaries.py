"""A page for each beneficiary."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from portal.accounts.focal_points import let_keep
from portal.core.starter.files import json_document
from portal.core.starter.pages import PageKind, load_pages
from portal.core.starter.report import Report
from portal.vocabulary.starter.codes import Codes
from portal.website.models import BeneficiaryIndexPage, BeneficiaryPage

BENEFICIARY_PAGE = PageKind(BeneficiaryPage, bodies=("body",), plain=("beneficiary_id",))


def load_beneficiary_pages(path: Path, report: Report) -> None:
    """Pages of beneficiaries; the focal points of each may edit theirs from the day it is made."""
    parent = BeneficiaryIndexPage.objects.first()
    rows = json_document(path, BeneficiaryPage._meta.label_lower, report)
    if parent is None or not rows:
        return
    codes = Codes()

    def values(row: Mapping[str, Any]) -> dict[str, Any]:
        body = {code: f"<p>{text}</p>" for code, text in row["body"].items()}
        return BENEFICIARY_PAGE.values({**row, "body": body}, beneficiary_id=codes.one("beneficiaries", row["key"]))

    before = set(BeneficiaryPage.objects.values_list("pk", flat=True))
    load_pages(BENEFICIARY_PAGE, rows, values, parent=parent, report=report)
    for page in BeneficiaryPage.objects.exclude(pk__in=before).select_related("beneficiary"):
        let_keep(page, page.beneficiary.code)
