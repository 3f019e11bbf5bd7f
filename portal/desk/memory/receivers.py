"""Which changes the memory notices: a page is published, or no longer is. What is deleted takes its pairs along."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from portal.desk.memory.learning import forget
from portal.desk.memory.tasks import learn_page


def connect() -> None:
    page_published.connect(_published, dispatch_uid="desk:published")
    page_unpublished.connect(_unpublished, dispatch_uid="desk:unpublished")


def _published(instance: Page, **kwargs: Any) -> None:
    transaction.on_commit(partial(learn_page.enqueue, instance.pk))


def _unpublished(instance: Page, **kwargs: Any) -> None:
    forget(instance.pk)
