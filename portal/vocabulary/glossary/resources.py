"""What the portal has about a concept: pages of any type that are classified by it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.http import HttpRequest
from django.utils.text import capfirst
from wagtail.models import Page

from portal.core.models import ContentPage
from portal.core.visibility.querysets import visible_pages
from portal.vocabulary.models import Concept


@dataclass(frozen=True, slots=True)
class Resource:
    """A page in a list: its title in the nearest language and what kind of page it is."""

    title: str
    title_lang: str
    url: str
    note: str
    is_sample: bool


def resources_about(concept: Concept, request: HttpRequest, limit: int) -> tuple[list[Resource], bool]:
    """The newest pages about a concept that the user may see, at most `limit`, and whether there are more.

    Takes one query to find them, and one for each type of page that is found.
    """
    about = Q()
    for relation in _relations():
        through = relation.field.remote_field.through
        target, source = relation.field.m2m_reverse_field_name(), relation.field.m2m_field_name()
        about |= Q(pk__in=through._base_manager.filter(**{target: concept}).values(f"{source}_id"))
    if not about:
        return [], False
    newest = visible_pages(Page.objects.filter(about), request.user).order_by("-first_published_at", "-pk")
    rows = list(newest.values_list("pk", "content_type")[: limit + 1])
    shown = dict(rows[:limit])
    pages: dict[int, ContentPage] = {}
    for content_type in set(shown.values()):
        model: Any = ContentType.objects.get_for_id(content_type).model_class()
        pages |= model.objects.filter(pk__in=shown).readable().defer_long_texts().in_bulk()
    found = [_resource(pages[pk], request) for pk in shown if pk in pages]
    return [resource for resource in found if resource is not None], len(rows) > limit


def _relations() -> list[Any]:
    """The fields of page types that hold concepts."""
    fields: list[Any] = Concept._meta.get_fields(include_hidden=True)
    return [
        relation
        for relation in fields
        if relation.auto_created and relation.many_to_many and issubclass(relation.related_model, ContentPage)
    ]


def _resource(page: ContentPage, request: HttpRequest) -> Resource | None:
    card = page.card
    if card is None:
        return None
    return Resource(
        title=card.headline,
        title_lang="" if card.is_readers_language else card.html_lang,
        url=page.get_url(request) or "",
        note=capfirst(page._meta.verbose_name),
        is_sample=page.is_sample,
    )
