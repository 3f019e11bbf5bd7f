"""Notices that pages changed, or what pages use, and has them looked at after the commit. Decides nothing."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.models import Page, ReferenceIndex, Revision
from wagtail.signals import page_published, page_unpublished

from portal.core.models import ContentPage, FileText, PortalDocument, PortalImage
from portal.desk.findings.keeping import look_at


def connect() -> None:
    """To be called once, when all models are loaded."""
    post_save.connect(_draft_saved, sender=Revision)
    page_published.connect(_page_changed)
    page_unpublished.connect(_page_changed)
    post_save.connect(_used_changed, sender=PortalImage)
    post_save.connect(_text_changed, sender=FileText)
    post_delete.connect(_text_changed, sender=FileText)
    pre_delete.connect(_used_changed, sender=PortalDocument)
    pre_delete.connect(_linked_deleted)


def users_of(thing: Model, model: type[Model]) -> set[int]:
    """Keys of the pages that refer to this thing, drafts too."""
    types = ContentType.objects.get_for_models(model, Page)
    references = ReferenceIndex.objects.filter(
        to_content_type=types[model], to_object_id=str(thing.pk), base_content_type=types[Page]
    )
    return {int(key) for key in references.values_list("object_id", flat=True)}


def _look(keys: set[int]) -> None:
    for key in keys:
        transaction.on_commit(partial(look_at.enqueue, key), robust=True)


def _draft_saved(instance: Revision, **_kwargs: Any) -> None:
    if instance.base_content_type_id == ContentType.objects.get_for_model(Page).pk:
        _look({int(instance.object_id)})


def _page_changed(sender: Any, instance: Page, **_kwargs: Any) -> None:
    """Links to it lead somewhere now, or no longer."""
    if issubclass(sender, ContentPage):
        _look({instance.pk} | users_of(instance, Page))


def _linked_deleted(sender: Any, instance: Any, **_kwargs: Any) -> None:
    if issubclass(sender, ContentPage):
        _look(users_of(instance, Page))


def _used_changed(sender: Any, instance: Any, **kwargs: Any) -> None:
    # What was made just now is used nowhere yet.
    if not kwargs.get("created"):
        _look(users_of(instance, sender))


def _text_changed(instance: FileText, **_kwargs: Any) -> None:
    _look(users_of(instance.document, PortalDocument))
