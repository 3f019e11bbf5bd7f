"""Parts of standards and what is linked to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from portal.vocabulary.models.taxonomy import FacetCode
from practices.models import GoodPractice, Methodology, Standard, StandardPart


def parts_in_order(standard: Standard) -> list[tuple[int, StandardPart]]:
    """All parts of a standard as they are read, each with its depth (0 at the top); one query.

    A part comes after the one that encloses it, and those within one part by position.
    """
    children: dict[int | None, list[StandardPart]] = defaultdict(list)
    for part in standard.parts.order_by("position", "pk"):
        children[part.parent_id].append(part)
    return list(_walk(children, None, 0))


def _walk(
    children: dict[int | None, list[StandardPart]], parent: int | None, depth: int
) -> Iterable[tuple[int, StandardPart]]:
    for part in children[parent]:
        yield depth, part
        yield from _walk(children, part.pk, depth + 1)


def resources_by_part(standard: Standard, user: Any) -> dict[int, list[Any]]:
    """By key of each part the practices and methodologies linked to it that `user` may see, by title."""
    found: dict[int, list[Any]] = defaultdict(list)
    for model in (GoodPractice, Methodology):
        through = model.standard_parts.through
        column = model._meta.model_name or ""
        rows = list(
            through.objects.filter(standardpart__standard=standard).values_list(f"{column}_id", "standardpart_id")
        )
        pages = model.objects.listed_for(user).filter(pk__in={page for page, _ in rows})
        by_key = {page.pk: page for page in pages}
        for page, part in rows:
            if page in by_key:
                found[part].append(by_key[page])
    for resources in found.values():
        resources.sort(key=lambda page: (page.title, page.pk))
    return found


def parts_of_resource(page: Any, user: Any) -> list[tuple[Standard, list[StandardPart]]]:
    """The standards that a resource is linked to, each with the parts in question, as far as `user` may see them."""
    by_standard: dict[int, list[StandardPart]] = defaultdict(list)
    for part in sorted(page.standard_parts.all(), key=lambda part: (part.position, part.pk)):
        by_standard[part.standard_id].append(part)
    if not by_standard:
        return []
    standards = Standard.objects.listed_for(user).filter(pk__in=by_standard).order_by("title", "pk")
    return [(standard, by_standard[standard.pk]) for standard in standards]


def parts_of_standards(keys: Iterable[int], stage: str) -> list[tuple[Standard, list[StandardPart]]]:
    """Each of these standards with its parts about a stage of the continuum, as they are read; two queries."""
    standards = {standard.pk: standard for standard in Standard.objects.filter(pk__in=list(keys)).for_lists()}
    about = StandardPart.objects.filter(
        standard__in=standards, stages__facet__code=FacetCode.STAGE, stages__code=stage
    ).order_by("position", "pk")
    by_standard: dict[int, list[StandardPart]] = defaultdict(list)
    for part in about:
        by_standard[part.standard_id].append(part)
    return [(standard, by_standard[key]) for key, standard in standards.items()]
