"""Starter content of the library: standards with their parts, sample practices and methodologies."""

from __future__ import annotations

from pathlib import Path

from portal.core.starter.registry import register_loader
from portal.core.starter.report import Report
from practices.starter.documents import load_documents
from practices.starter.lists import load_lists
from practices.starter.parts import load_parts
from practices.starter.resources import load_methodologies, load_practices
from practices.starter.standards import load_standards

DATA = Path(__file__).resolve().parent.parent / "starter_data"


def lists(report: Report) -> None:
    load_lists(DATA / "lists.json", report)


def standards(report: Report) -> None:
    load_standards(DATA / "standards.csv", report)


def parts(report: Report) -> None:
    load_parts(DATA / "standard_parts.csv", report)


def documents(report: Report) -> None:
    load_documents(DATA / "documents.json", report)


def practices(report: Report) -> None:
    load_practices(DATA / "good_practices.json", report)


def methodologies(report: Report) -> None:
    load_methodologies(DATA / "methodologies.json", report)


register_loader(50, "lists of resources", lists)
register_loader(52, "standards", standards)
register_loader(54, "parts of standards", parts)
register_loader(58, "documents of practices", documents)
register_loader(60, "good practices", practices)
register_loader(62, "methodologies", methodologies)
