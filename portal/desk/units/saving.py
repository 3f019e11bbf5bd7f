"""Storing what was translated: a new revision of the page, made while nobody else makes one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from wagtail.models import Page

from portal.core.editing.turns import holding
from portal.core.models import ContentPage


@contextmanager
def newest_draft(page_id: int) -> Iterator[ContentPage]:
    """The page as its newest revision has it, held until the block ends, in which `save_revision` is to be called.

    Raises Page.DoesNotExist.
    """
    with holding(page_id):
        yield Page.objects.get(pk=page_id).specific.get_latest_revision_as_object()
