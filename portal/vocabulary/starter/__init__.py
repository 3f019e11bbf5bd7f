"""Starter content of the vocabulary: taxonomy, beneficiaries with their institutions, glossary."""

from pathlib import Path

from portal.core.starter.registry import register_loader
from portal.core.starter.report import Report
from portal.vocabulary.starter.glossary import load_glossary
from portal.vocabulary.starter.places import load_places
from portal.vocabulary.starter.taxonomy import load_taxonomy

DATA = Path(__file__).resolve().parent.parent / "starter_data"


def taxonomy(report: Report) -> None:
    load_taxonomy(DATA / "taxonomy.json", report)


def glossary(report: Report) -> None:
    load_glossary(DATA / "glossary.csv", report)


def places(report: Report) -> None:
    load_places(DATA / "places.json", report)


register_loader(10, "taxonomy", taxonomy)
register_loader(11, "glossary", glossary)
register_loader(20, "places", places)
