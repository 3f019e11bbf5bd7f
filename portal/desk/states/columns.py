"""States of languages as columns of a query over pages of every type.

A page is in the table of its type, and the columns that tell a state are few and short. So they are joined and not
kept a second time: nothing has to be brought in step, whoever changes a page by whatever way.
"""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Case, Exists, F, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from portal.core.content_language.readiness import Readiness, State
from portal.core.languages.catalogue import CONTENT_CODES
from portal.core.models import ContentPage

Q_ = TypeVar("Q_", bound="QuerySet[Any]")

#: What has still to be translated.
TO_DO = (State.MISSING, State.DRAFT, State.OVERVIEW, State.OUTDATED)


@cache
def page_types() -> tuple[type[ContentPage], ...]:
    """All page types of the portal that are in up to six languages."""
    return tuple(model for model in apps.get_models() if issubclass(model, ContentPage))


def type_keys() -> dict[Any, int]:
    """The key of each page type's content type."""
    found = ContentType.objects.get_for_models(*page_types())
    return {model: content_type.pk for model, content_type in found.items()}


def with_states(pages: Q_) -> Q_:
    """Only pages in up to six languages, with `state_<code>`, `review_<code>` and `source_language`."""
    columns: dict[str, Any] = {"source_language": _text("source_language")}
    for code in CONTENT_CODES:
        columns[f"state_{code}"] = _state(code)
        columns[f"review_{code}"] = _column(f"needs_review_{code}", models.BooleanField(), False)
    return pages.filter(content_type__in=type_keys().values()).annotate(**columns)


def is_to_do(code: str) -> Q:
    """The condition, on pages with states, that there is something to translate into this language."""
    return Q(**{f"state_{code}__in": TO_DO}) & ~Q(source_language=code)


def has_title(text: str) -> Q:
    """The condition that the text is in a page's title, in whichever language."""
    found: Any = Q(draft_title__icontains=text)
    for model in page_types():
        titles = Q()
        for code in CONTENT_CODES:
            titles |= Q(**{f"headline_{code}__icontains": text})
        found |= Exists(models.QuerySet(model).filter(titles, page_ptr=models.OuterRef("pk")))
    condition: Q = found
    return condition


def _state(code: str) -> Case:
    """What portal.core.content_language.readiness.state_of says."""
    readiness, based_on, version = _text(f"readiness_{code}"), _number(f"based_on_{code}"), _number("source_version")
    is_behind = models.ExpressionWrapper(
        Q(models.lookups.LessThan(based_on, version)) & ~Q(models.lookups.Exact(_text("source_language"), Value(code))),
        output_field=models.BooleanField(),
    )
    is_begun = Q(models.lookups.GreaterThan(_text(f"headline_{code}"), Value("")))
    in_work = Q(models.lookups.Exact(readiness, Value(Readiness.DRAFT)))
    return Case(
        When(in_work & is_begun, then=Value(State.DRAFT.value)),
        When(in_work, then=Value(State.MISSING.value)),
        When(is_behind, then=Value(State.OUTDATED.value)),
        When(models.lookups.Exact(readiness, Value(Readiness.READY)), then=Value(State.READY.value)),
        default=Value(State.OVERVIEW.value),
        output_field=models.CharField(),
    )


def _text(name: str) -> Coalesce:
    return _column(name, models.CharField(), "")


def _number(name: str) -> Coalesce:
    return _column(name, models.PositiveIntegerField(), 0)


def _column(name: str, field: models.Field[Any, Any], otherwise: Any) -> Coalesce:
    """The column of this name of whichever type a page is: of all others there is no row."""
    columns = [F(f"{model._meta.model_name}__{name}") for model in page_types()]
    return Coalesce(*columns, Value(otherwise), output_field=field)
