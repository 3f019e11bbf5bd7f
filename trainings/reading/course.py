"""The page of a course."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.models import Page

from portal.core.content_language.localized import Localized
from portal.core.models import ContentPage
from portal.core.pages.listing import article_context, home_link, listed
from portal.core.pages.places import place_url
from portal.core.rich_text.html import rich_text_html
from portal.core.visibility.querysets import seen_by
from portal.vocabulary.classification import Classification
from search.queries.classification import classification_links
from search.queries.explained import explained
from trainings.models import CoursePage, TrainingPage
from trainings.queries.access import may_announce
from trainings.queries.trainings import seats_of, trainings_of
from trainings.reading.cascade import cascade_rows
from trainings.reading.words import item

#: Fields that a reader finds one after another, each below the heading that it has on the form.
_PARTS = ("objectives", "for_whom", "competences", "materials", "certificate_rule")


def course_context(page: CoursePage, context: Mapping[str, Any], request: HttpRequest) -> dict[str, Any]:
    parts, terms = course_parts(page, context["localized"], _PARTS)
    trainings = _next_first(list(trainings_of(page, request.user)))
    seats = seats_of(trainings) if trainings else {}
    return {
        **article_context(page, context["localized"], context["canonical_url"], request, _("Course")),
        **classification_links(Classification(page)),
        "trail_items": [
            home_link(),
            {"label": _("Trainings"), "url": place_url(request, "trainings.trainingindexpage")},
        ],
        "parts": parts,
        "page_terms": terms,
        "trainings": [item(training, request, seats.get(training.pk)) for training in trainings],
        "cascade": cascade_rows([training.pk for training in trainings], request.user),
        "methodology": methodology(page, request),
        "announce_url": reverse("trainings:announce", args=[page.pk]) if may_announce(request.user, page) else "",
    }


def _next_first(trainings: list[TrainingPage]) -> list[TrainingPage]:
    """Those to come in the order of their days, then those that are over, the last one first."""
    today = timezone.localdate()
    over = [training for training in trainings if training.is_over(today)]
    coming = [training for training in trainings if not training.is_over(today)]
    return [*reversed(coming), *over]


def course_parts(page: CoursePage, localized: Localized, names: tuple[str, ...]) -> tuple[list[dict[str, Any]], Any]:
    """Texts of a course under their headings, empty ones left out, with the terms that are marked in them."""
    filled = [name for name in names if getattr(localized, name)]
    told = explained([rich_text_html(getattr(localized, name)) for name in filled], localized.code)
    parts = [
        {"anchor": name.replace("_", "-"), "heading": capfirst(str(_heading(page, name))), "text": text}
        for name, text in zip(filled, told.texts, strict=True)
    ]
    return parts, told.terms


def _heading(page: CoursePage, name: str) -> Any:
    field: Any = page._meta.get_field(name)
    return field.verbose_name


def methodology(page: CoursePage, request: HttpRequest) -> dict[str, Any] | None:
    """What the course rests on, as far as this reader may see it."""
    if page.methodology_page_id is None:
        return None
    found = Page.objects.filter(seen_by(request.user), pk=page.methodology_page_id).specific().first()
    if not isinstance(found, ContentPage) or found.card is None:
        return None
    return listed(found, request, note=str(found._meta.verbose_name))
