"""Pages written in bulk, around `save()`: the rows of both tables, and their place in the tree.

The signals of a page (Wagtail's references and its own search index, our outbox) take twenty times as long as the page
itself, and it is reading that is measured. So such pages have no revision and no references, and are not in Wagtail's
search; the index of the library has to be built afterwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import F
from wagtail.models import Page


def first_place(parent: Page) -> int:
    """The number of the next child among the children of its parent, from 1."""
    last = Page.objects.child_of(parent).order_by("-path").first()
    return 1 + (int(last.path[-Page.steplen :], 36) if last else 0)


def put_below(page: Any, parent: Page, place: int, *, slug: str, key: UUID) -> None:
    """What the tree says of a new page, `place` being its number among the children."""
    page.path = Page._get_path(parent.path, parent.depth + 1, place)
    page.depth = parent.depth + 1
    page.slug = slug
    page.url_path = f"{parent.url_path}{slug}/"
    page.translation_key = key


def insert_pages(pages: Sequence[Any], parent: Page) -> None:
    """Writes them, all of one type. Models of two tables Django makes in bulk only table by table."""
    columns = [field.attname for field in Page._meta.concrete_fields if not field.primary_key]
    rows = (Page(**{name: getattr(page, name) for name in columns}) for page in pages)
    for page, row in zip(pages, Page.objects.bulk_create(rows), strict=True):
        page.pk = row.pk
    model = type(pages[0])
    fields = model._meta.local_concrete_fields
    waiting = iter(pages)
    while some := list(islice(waiting, connection.ops.bulk_batch_size(fields, pages))):
        model._base_manager._insert(some, fields=fields, using=connection.alias)
    Page.objects.filter(pk=parent.pk).update(numchild=F("numchild") + len(pages))
