"""What the portal has about a concept: pages of any type that are classified by it."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.http import HttpRequest
from django.utils.text import capfirst
from wagtail.models import Page

from portal.core.models import ContentPage
from portal.core.pages.listing import listed
from portal.core.visibility.querysets import visible_pages
from portal.vocabulary.models import Concept


def resources_about(concept: Concept, request: HttpRequest, limit: int) -> tuple[list[dict[str, Any]], bool]:
    """The newest pages about a concept that the user may see, at most `limit`, and whether there are more.

    In the form of components/related_list.html, with the kind of page as note.

    Takes one query to find them, and one for each type of page that is found.
    """
    about = Q()
    for relation in _relations():
        # What nobody can read yet must not take the place of what they can, nor count as more.
        readable = relation.related_model._default_manager.readable()
        about |= Q(pk__in=readable.filter(**{relation.field.name: concept}).order_by().values("pk"))
    if not about:
        return [], False
    newest = visible_pages(Page.objects.filter(about), request.user).order_by("-first_published_at", "-pk")
    rows = list(newest.values_list("pk", "content_type")[: limit + 1])
    shown = dict(rows[:limit])
    pages: dict[int, ContentPage] = {}
    for content_type in set(shown.values()):
        model: Any = ContentType.objects.get_for_id(content_type).model_class()
        pages |= model.objects.filter(pk__in=shown).for_lists().in_bulk()
    found = [pages[pk] for pk in shown]
    return [listed(page, request, note=capfirst(page._meta.verbose_name)) for page in found], len(rows) > limit


def _relations() -> list[Any]:
    """The fields of page types that hold concepts."""
    fields: list[Any] = Concept._meta.get_fields(include_hidden=True)
    return [
        relation
        for relation in fields
        if relation.auto_created and relation.many_to_many and issubclass(relation.related_model, ContentPage)
    ]
