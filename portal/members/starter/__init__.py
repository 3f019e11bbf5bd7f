"""Starter content of the members: the text to agree to, and sample people, who are roles without invented names."""

from __future__ import annotations

from pathlib import Path

from portal.core.starter.registry import register_loader
from portal.core.starter.report import Report
from portal.members.starter.consent_texts import load_consent_texts
from portal.members.starter.sample_people import load_sample_people

DATA = Path(__file__).resolve().parent.parent / "starter_data"


def consent_texts(report: Report) -> None:
    load_consent_texts(DATA / "consent_texts.json", report)


def sample_people(report: Report) -> None:
    load_sample_people(DATA / "sample_people.json", report)


register_loader(34, "consent texts", consent_texts)
register_loader(35, "sample people", sample_people)
