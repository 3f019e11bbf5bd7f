"""Synthetic good practices by the thousand, with real terms, for measuring. Run inside a prepared portal."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from portal.core.languages.catalogue import CONTENT_CODES
from portal.vocabulary.models import Beneficiary, Term
from practices.models import CatalogueIndexPage, GoodPractice
from tests.benchmarks.corpus import text
from tests.benchmarks.page_rows import first_place, insert_pages, put_below

#: Practices made and written at a time.
_BATCH = 1_000

_SLUG = "synthetic-"

#: What a practice is classified by: the field, the facet, and how many of its terms it has.
_TERMS = (
    ("stages", "stage", 2),
    ("target_groups", "target_group", 1),
    ("agencies", "agency", 2),
    ("priority_areas", "priority_area", 1),
)

#: Published over so many days, so that they do not all stand on one.
_DAYS = 3_000


@dataclass(frozen=True, slots=True)
class Shape:
    """The languages that a practice with this number is ready in; words of its title, summary and text in each."""

    languages: Callable[[int], Sequence[str]]
    title: int
    summary: int
    text: int


ALL_LANGUAGES = Shape(lambda number: CONTENT_CODES, 4, 26, 120)
ONE_LANGUAGE = Shape(lambda number: (CONTENT_CODES[number % len(CONTENT_CODES)],), 6, 34, 180)


def make_practices(count: int, shape: Shape = ALL_LANGUAGES, below: Page | None = None) -> None:
    """Adds published practices, among the other practices or below a page. The same number gives the same practice.

    They are written in bulk (tests.benchmarks.page_rows); the index of the library has to be built afterwards. All that
    their pages and lists read is there: the rows of both tables, their place in the tree, their relations.
    """
    parent = below or CatalogueIndexPage.objects.get(resource_type="good_practice")
    place = first_place(parent)
    known = practice_count()
    maker = _Maker(parent, shape)
    practices = (maker.practice(place + step, known + step + 1) for step in range(count))
    while batch := list(islice(practices, _BATCH)):
        with transaction.atomic():
            insert_pages(batch, parent)
            maker.classify(batch)


def practice_count() -> int:
    """How many synthetic practices there are."""
    return GoodPractice.objects.filter(slug__startswith=_SLUG).count()


class _Maker:
    """Makes practices below one page; reads once what they need of the database."""

    def __init__(self, parent: Page, shape: Shape) -> None:
        self._parent = parent
        self._shape = shape
        # To copy a practice takes a tenth of what it takes to make one, with all its languages.
        content_type = ContentType.objects.get_for_model(GoodPractice)
        self._empty = GoodPractice(content_type=content_type, locale_id=parent.locale_id, numchild=0, live=True)
        self._now = timezone.now()
        self._terms = _terms_by_facet()
        self._beneficiaries = list(Beneficiary.objects.order_by("pk").values_list("pk", flat=True))

    def practice(self, place: int, number: int) -> GoodPractice:
        """Not yet in the database; `place` is the one among the children of its parent."""
        random_ = random.Random(number)
        shape = self._shape
        made = copy(self._empty)
        key = UUID(int=random_.getrandbits(128), version=4)
        put_below(made, self._parent, place, slug=f"{_SLUG}{number}", key=key)
        made.first_published_at = made.last_published_at = self._now - timedelta(days=random_.randrange(_DAYS))
        made.evidence_level_id = random_.choice(self._terms["evidence_level"])
        codes = shape.languages(number)
        made.source_language = codes[0]
        for code in codes:
            setattr(made, f"headline_{code}", f"{text(random_, code, shape.title).capitalize()} {number}")
            setattr(made, f"summary_{code}", text(random_, code, shape.summary))
            setattr(made, f"context_{code}", f"<p>{text(random_, code, shape.text)}</p>")
            setattr(made, f"readiness_{code}", "ready")
            setattr(made, f"based_on_{code}", 1)
        made.title = made.draft_title = getattr(made, f"headline_{codes[0]}")
        return made

    def classify(self, practices: Sequence[GoodPractice]) -> None:
        """Writes what practices in the database are classified by."""
        links: dict[str, list[Any]] = {}
        for practice in practices:
            random_ = random.Random(practice.slug)
            for field, facet, number in _TERMS:
                for term in random_.sample(self._terms[facet], number):
                    links.setdefault(field, []).append(_link(field, practice, term_id=term))
            beneficiary = random_.choice(self._beneficiaries)
            links.setdefault("beneficiaries", []).append(_link("beneficiaries", practice, beneficiary_id=beneficiary))
        for rows in links.values():
            type(rows[0])._base_manager.bulk_create(rows)


def _link(field: str, practice: GoodPractice, **other: int) -> Any:
    return getattr(GoodPractice, field).field.remote_field.through(goodpractice_id=practice.pk, **other)


def _terms_by_facet() -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = {}
    for facet, key in Term.objects.order_by("pk").values_list("facet__code", "pk"):
        found.setdefault(facet, []).append(key)
    return found
