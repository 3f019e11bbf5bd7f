"""Storing what was translated: a new revision of the page, made while nobody else makes one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from wagtail.models import Page

from portal.core.models import ContentPage


@contextmanager
def newest_draft(page_id: int) -> Iterator[ContentPage]:
    """The page as its newest revision has it, held until the block ends, in which `save_revision` is to be called.

    As in portal.core.editing.turns: whoever else wants to save the page waits. Raises Page.DoesNotExist.
    """
    with transaction.atomic():
        page = Page.objects.select_for_update().get(pk=page_id).specific
        yield page.get_latest_revision_as_object()
