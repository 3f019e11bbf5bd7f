"""The stages of the continuum, with what the portal knows of each."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from portal.vocabulary.classification import alphabetical
from portal.vocabulary.models import ClassifiedPage, Concept
from portal.vocabulary.models.taxonomy import FacetCode
from portal.vocabulary.words import ConceptWord, TermWord, terms_of
from search.documents.registry import sources


def stages() -> list[TermWord]:
    """All stages in their order."""
    return terms_of(FacetCode.STAGE)


def stage_url(code: str) -> str:
    """The address of the page of a stage."""
    return reverse("website:stage", args=[_slug(code)])


def stage_at(slug: str) -> int | None:
    """The place in `stages()` of the stage with this name in addresses; None when there is none."""
    return next((place for place, term in enumerate(stages()) if _slug(term.code) == slug), None)


def _slug(code: str) -> str:
    return code.replace("_", "-")


def concepts_at_stage(stage: TermWord, user: Any, limit: int) -> list[ConceptWord]:
    """Concepts that most resources at a stage are classified by, in the alphabetical order of the reader.

    Only resources of the library that `user` may see count. Two queries, or one when there are none.
    """
    named = [_named_by(source.model, stage, user) for source in sources() if issubclass(source.model, ClassifiedPage)]
    if not named:
        return []
    keys = Counter(key for key in named[0].union(*named[1:], all=True) if key is not None)
    # Equal numbers in the order of the keys, so that it does not depend on the database.
    most = sorted(keys, key=lambda key: (-keys[key], key))[:limit]
    rows = Concept.objects.filter(pk__in=most).order_by("identifier") if most else Concept.objects.none()
    return alphabetical((ConceptWord(*row) for row in rows.values_list("pk", "identifier", "label")), "label")


def _named_by(model: Any, stage: TermWord, user: Any) -> QuerySet[Any, Any]:
    pages = model.objects.listed_for(user).filter(stages=stage.pk).order_by()
    found: QuerySet[Any, Any] = pages.values_list("concepts", flat=True)
    return found
