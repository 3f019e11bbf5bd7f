"""What the desk notices: pages that are stored, and answers that have been sent."""

from __future__ import annotations

from typing import Any

from django.core.signals import request_finished
from django.db.models.signals import post_save

from portal.core.models import ContentPage
from portal.desk.assigning.giving import finish_current
from portal.desk.need.counting import write_when_due
from portal.desk.states.columns import page_types


def connect() -> None:
    """Connects the receivers; called once, when all models are there."""
    for model in page_types():
        post_save.connect(_page_saved, sender=model, dispatch_uid=f"desk:{model._meta.label_lower}")
    request_finished.connect(write_when_due, dispatch_uid="desk:reads")


def _page_saved(instance: ContentPage, raw: bool = False, update_fields: Any = None, **kwargs: Any) -> None:
    """A new draft stores only a few columns of the page; what readers have changes when all of it is stored."""
    if not raw and update_fields is None:
        finish_current([instance.pk])
