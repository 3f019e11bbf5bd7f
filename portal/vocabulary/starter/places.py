"""Beneficiaries and their institutions from `places.json`.

The file writes Kosovo* as everybody should read it; records hold the bare name, because the exits put the asterisk on.
Notes for editors stay as they are: nothing is put on in the admin.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from django.utils.text import slugify

from portal.core.starter.batch import BatchLoader
from portal.core.starter.files import json_document, json_entries
from portal.core.starter.records import BrokenRow
from portal.core.starter.report import Report
from portal.vocabulary.models import Beneficiary, Institution
from portal.vocabulary.starter.texts import flags, store, texts_of_record, texts_of_row

Entry = Mapping[str, Any]


def load_places(path: Path, report: Report) -> None:
    """An institution's key is `<beneficiary>/<type>/<English name>`: one renamed by an editor counts as theirs."""
    entries = json_entries(json_document(path, "beneficiary", report), "beneficiaries", "beneficiary", report)
    with BatchLoader(
        kind="beneficiary",
        existing={beneficiary.code: beneficiary for beneficiary in Beneficiary.objects.all()},
        current=_beneficiary_as_it_is,
        write=_write_beneficiary,
        report=report,
    ) as beneficiaries:
        for number, entry in enumerate(entries, 1):
            beneficiaries.load_made(entry.get("code") or f"number {number}", partial(_beneficiary_of_entry, entry))
    with BatchLoader(
        kind="institution",
        existing={_key(institution): institution for institution in Institution.objects.select_related("beneficiary")},
        current=_institution_as_it_is,
        write=partial(_write_institution, beneficiaries.existing),
        report=report,
    ) as institutions:
        for entry in entries:
            for institution in json_entries(entry, "institutions", "institution", report):
                # What is no text is refused when the row is read.
                name = slugify(_bare(str(institution.get("name_en", ""))))
                institutions.load_made(
                    f"{entry.get('code')}/{institution.get('type')}/{name}",
                    partial(_institution_of_entry, entry, institution),
                )


def _bare(name: str) -> str:
    return name.replace("*", "")


def _bare_names(names: Mapping[str, str]) -> dict[str, str]:
    return {code: _bare(name) for code, name in names.items()}


def _beneficiary_of_entry(entry: Entry) -> dict[str, Any]:
    names = _bare_names(entry["names"])
    return {
        "code": entry["code"],
        "slug": slugify(names["en"]),
        "official_languages": " ".join(entry["languages_official"]),
        "portal_languages": flags(entry["portal_languages"]) and " ".join(entry["portal_languages"]),
        "timezone": entry["timezone"],
        "note": entry.get("note_en", ""),
        **texts_of_row("name", names),
        **texts_of_row("capital", entry["capital"]),
    }


def _beneficiary_as_it_is(beneficiary: Beneficiary) -> dict[str, Any]:
    return {
        "code": beneficiary.code,
        "slug": beneficiary.slug,
        "official_languages": beneficiary.official_languages,
        "portal_languages": beneficiary.portal_languages,
        "timezone": beneficiary.timezone,
        "note": beneficiary.note,
        **texts_of_record(beneficiary, "name"),
        **texts_of_record(beneficiary, "capital"),
    }


def _write_beneficiary(beneficiary: Beneficiary | None, values: Entry) -> Beneficiary:
    return store(beneficiary or Beneficiary(), values)


def _key(institution: Institution) -> str:
    english = texts_of_record(institution, "name")["name_en"]
    return f"{institution.beneficiary.code}/{institution.type}/{slugify(english)}"


def _institution_of_entry(entry: Entry, institution: Entry) -> dict[str, Any]:
    original = _bare_names(institution.get("name_original", {}))
    names = texts_of_row("name", {**original, "en": _bare(institution["name_en"])})
    doubtful = [code for code in original if f"name_{code}" in names] if institution.get("review") else []
    return {
        "beneficiary": entry["code"],
        "type": institution["type"],
        "level": institution.get("level", ""),
        "note": institution.get("note_en", ""),
        "review_languages": flags(doubtful),
        **names,
    }


def _institution_as_it_is(institution: Institution) -> dict[str, Any]:
    return {
        "beneficiary": institution.beneficiary.code,
        "type": institution.type,
        "level": institution.level,
        "note": "\n".join(institution.note.splitlines()),
        "review_languages": institution.review_languages,
        **texts_of_record(institution, "name"),
    }


def _write_institution(
    beneficiaries: Mapping[str, Beneficiary], institution: Institution | None, values: Entry
) -> Institution:
    beneficiary = beneficiaries.get(values["beneficiary"])
    if beneficiary is None:
        raise BrokenRow(f"beneficiary “{values['beneficiary']}” was not loaded")
    return store(institution or Institution(), {**values, "beneficiary": beneficiary}, relations=["beneficiary"])
