"""Which changes are noticed: of pages of the library, of what belongs to them, of who may see them, of names."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_slug_changed, post_page_move

from search.documents.document import document_id
from search.documents.labels import NAME_FIELDS
from search.documents.registry import ids_below, source_of, sources
from search.outbox.notice import notice
from search.outbox.restrictions import concerned, of_group


def connect() -> None:
    """Connects the receivers; called once, when the features have declared their sources."""
    # Publishing, unpublishing and expiry all save the page; it may come as a plain Page.
    for signal in (post_save, post_delete):
        signal.connect(_page_changed, sender=Page, dispatch_uid="search:page")
        for source in sources():
            signal.connect(_page_changed, sender=source.model, dispatch_uid=f"search:{source.label}")
            for part, attribute in source.also_changed_by.items():
                receiver = _PartChanged(source.label, attribute)
                uid = f"search:{source.label}:{part._meta.label_lower}"
                signal.connect(receiver, sender=part, weak=False, dispatch_uid=uid)
        signal.connect(_restriction_changed, sender=PageViewRestriction, dispatch_uid="search:restriction")
    for word in NAME_FIELDS:
        # What is in use is never deleted.
        post_save.connect(_word_changed, sender=word, dispatch_uid=f"search:{word._meta.label_lower}")
    m2m_changed.connect(
        _restriction_changed, sender=PageViewRestriction.groups.through, dispatch_uid="search:restriction-groups"
    )
    pre_delete.connect(_group_goes, sender=Group, dispatch_uid="search:group")
    post_page_move.connect(_place_changed, dispatch_uid="search:move")
    page_slug_changed.connect(_place_changed, dispatch_uid="search:slug")


class _PartChanged:
    """A part of a resource changed: `attribute` holds the primary key of the page it belongs to."""

    def __init__(self, label: str, attribute: str) -> None:
        self.label = label
        self.attribute = attribute

    def __call__(self, instance: Any, **kwargs: Any) -> None:
        notice([document_id(self.label, getattr(instance, self.attribute))])


def _page_changed(instance: Page, **kwargs: Any) -> None:
    model = instance.specific_class
    if model is not None and source_of(model._meta.label_lower):
        notice([document_id(model._meta.label_lower, instance.pk)])


def _word_changed(instance: Model, created: bool, **kwargs: Any) -> None:
    """A term or beneficiary may have another name now, which is in all documents classified by it."""
    if not created:
        notice(document_id(source.label, key) for source in sources() for key in source.keys_named(instance))


def _restriction_changed(instance: Any, action: str = "", pk_set: set[int] | None = None, **kwargs: Any) -> None:
    """Everything below the page is concerned."""
    for restriction in concerned(PageViewRestriction, instance, action, pk_set):
        notice(ids_below(restriction.page.path))


def _group_goes(instance: Group, **kwargs: Any) -> None:
    for restriction in of_group(PageViewRestriction, instance):
        notice(ids_below(restriction.page.path))


def _place_changed(instance: Page, **kwargs: Any) -> None:
    """Another place has other addresses and may have other restrictions, for the page and everything below it.

    Of another name one hears after the commit, when the page may be gone already.
    """
    for path in Page.objects.filter(pk=instance.pk).values_list("path", flat=True):
        notice(ids_below(path))
