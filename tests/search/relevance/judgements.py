"""The queries, and which resources of the starter content answer them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from portal.core.languages.catalogue import BY_CODE, Language
from practices.models import GoodPractice, Methodology, Standard
from search.documents.document import document_id

FOLDER = Path(__file__).parent / "queries"

#: In the order in which figures are shown.
CLASSES = (
    "exact",
    "inflected",
    "no_diacritics",
    "other_script",
    "typing_error",
    "near_languages",
    "across_languages",
    "terms",
    "names",
    "references",
)


@dataclass(frozen=True, slots=True)
class JudgedQuery:
    """`relevant` is a grade for the key of each resource that answers: 3 about exactly this, 2 deals with it, 1 touches
    it. Every other resource has 0.
    """

    identifier: str
    text: str
    reader: Language
    kind: str
    relevant: Mapping[str, int]


def judged_queries() -> list[JudgedQuery]:
    """All queries, class by class. Raises KeyError, ValueError for a line that is none."""
    return [query for name in CLASSES for query in _read(FOLDER / f"{name}.jsonl")]


def _read(path: Path) -> Iterator[JudgedQuery]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield JudgedQuery(row["qid"], row["text"], BY_CODE[row["lang"]], row["class"], row["relevant"])


def resource_keys() -> dict[str, str]:
    """The key that judgements use for each document id: the address of the page, and of a standard its reference."""
    keys = {}
    for kind, model, field in (
        ("practice", GoodPractice, "slug"),
        ("methodology", Methodology, "slug"),
        ("standard", Standard, "reference"),
    ):
        for primary_key, name in model.objects.values_list("pk", field):
            keys[document_id(model._meta.label_lower, primary_key)] = f"{kind}:{name}"
    return keys
