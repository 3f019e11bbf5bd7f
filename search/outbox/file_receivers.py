"""Which changes of files are noticed: what they say, who may see them, which page attaches them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete
from wagtail.models import Collection, CollectionViewRestriction

from portal.core.models import PortalDocument
from portal.core.models.document import documents_updated
from search.documents.registry import sources
from search.outbox.attached_file import ids_attaching, remember_files
from search.outbox.notice import notice
from search.outbox.restrictions import concerned, of_group


def connect() -> None:
    """Connects the receivers; called once, when the features have declared their sources."""
    for source in sources():
        receiver = _PageSaved(source)
        post_save.connect(receiver, sender=source.model, weak=False, dispatch_uid=f"search:files:{source.label}")
    # Its text is stored before the document is saved again, so one signal tells of both.
    post_save.connect(_file_saved, sender=PortalDocument, dispatch_uid="search:file")
    pre_delete.connect(_file_goes, sender=PortalDocument, dispatch_uid="search:file")
    documents_updated.connect(_files_updated, sender=PortalDocument, dispatch_uid="search:files")
    # There is no signal of a collection that moves: neither Wagtail nor the tree below it sends one.
    Collection.move = _noticing(Collection.move)
    for signal in (post_save, post_delete):
        signal.connect(_restriction_changed, sender=CollectionViewRestriction, dispatch_uid="search:file-restriction")
    m2m_changed.connect(
        _restriction_changed,
        sender=CollectionViewRestriction.groups.through,
        dispatch_uid="search:file-restriction-groups",
    )
    pre_delete.connect(_group_goes, sender=Group, dispatch_uid="search:file-group")


class _PageSaved:
    """A page of the library was saved: it may attach other files than before."""

    def __init__(self, source: Any) -> None:
        self.source = source

    def __call__(self, instance: Any, update_fields: frozenset[str] | None = None, **kwargs: Any) -> None:
        if update_fields is None or "attachments" in update_fields:
            remember_files(self.source, instance.pk)


def _file_saved(instance: PortalDocument, created: bool, **kwargs: Any) -> None:
    if not created:
        notice(ids_attaching([instance.pk]))


def _file_goes(instance: PortalDocument, **kwargs: Any) -> None:
    notice(ids_attaching([instance.pk]))


def _files_updated(keys: Sequence[int], **kwargs: Any) -> None:
    notice(ids_attaching(keys))


def _noticing(move: Callable[..., None]) -> Callable[..., None]:
    @wraps(move)
    def moved(collection: Collection, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic():
            move(collection, *args, **kwargs)
            # The object at hand does not know its new place.
            _below(Collection.objects.get(pk=collection.pk))

    return moved


def _restriction_changed(instance: Any, action: str = "", pk_set: set[int] | None = None, **kwargs: Any) -> None:
    for restriction in concerned(CollectionViewRestriction, instance, action, pk_set):
        _below(restriction.collection)


def _group_goes(instance: Group, **kwargs: Any) -> None:
    for restriction in of_group(CollectionViewRestriction, instance):
        _below(restriction.collection)


def _below(collection: Collection) -> None:
    """All files of a collection and of those below it are concerned."""
    files = PortalDocument.objects.filter(collection__path__startswith=collection.path)
    notice(ids_attaching(files.values_list("pk", flat=True)))
