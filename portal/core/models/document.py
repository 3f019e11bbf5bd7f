"""The portal's document: a file with its language, checksum, page count, text and thumbnail."""

from __future__ import annotations

from collections.abc import Collection as Names
from functools import partial
from typing import Any

from django.core.files.base import ContentFile
from django.db import models, transaction
from django.db.models.signals import post_delete
from django.dispatch import Signal, receiver
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.documents.models import AbstractDocument, Document, DocumentQuerySet

from portal.core.files.content_check import check_content
from portal.core.files.kinds import DOCUMENT_TYPES, UNKNOWN_TYPE, extension_of
from portal.core.files.reading_state import ReadingState
from portal.core.files.tasks import read_document
from portal.core.languages.catalogue import BY_CODE, CONTENT_CODES
from portal.core.models.file_text import FileText
from portal.core.visibility.querysets import visible_files

#: Documents were changed by `update()`, which tells nobody else; `keys` are their primary keys.
documents_updated = Signal()


class VisibleDocumentQuerySet(DocumentQuerySet):
    def visible_to(self, user: Any) -> VisibleDocumentQuerySet:
        """Only files whose collection the user may see."""
        return visible_files(self, user)

    def update(self, **kwargs: Any) -> int:
        """Wagtail moves many documents to another collection in this way."""
        with transaction.atomic():
            keys = list(self.values_list("pk", flat=True))
            number = super().update(**kwargs)
            documents_updated.send(sender=self.model, keys=keys)
        return number

    def read_again(self) -> int:
        """Has all these files read when the present transaction is committed; returns how many.

        Until then what was read before stays.
        """
        with transaction.atomic():
            documents = list(self)
            self.model.objects.filter(pk__in=[document.pk for document in documents]).update(
                reading_state=ReadingState.WAITING
            )
            for document in documents:
                document.read_later()
        return len(documents)

    update.alters_data = True  # type: ignore[attr-defined]
    read_again.alters_data = True  # type: ignore[attr-defined]


class PortalDocument(AbstractDocument):
    """A file to download. What is read off the file is filled in by portal.core.files when it is stored."""

    language = models.CharField(
        _("language"),
        max_length=3,
        blank=True,
        choices=[(code, BY_CODE[code].native_name) for code in CONTENT_CODES],
        help_text=_("The language the file is written in. Leave empty if it has several or none."),
    )
    checksum = models.CharField(_("SHA-256 checksum"), max_length=64, blank=True, editable=False, db_index=True)
    page_count = models.PositiveIntegerField(pgettext_lazy("of a file", "pages"), null=True, editable=False)
    reading_state = models.CharField(
        _("text for the search"),
        max_length=10,
        blank=True,
        editable=False,
        choices=ReadingState.choices,
        default=ReadingState.WAITING,
    )
    thumbnail = models.ImageField(_("picture of the first page"), upload_to="thumbnails", blank=True, editable=False)

    objects = VisibleDocumentQuerySet.as_manager()

    admin_form_fields = ("title", "file", "language", "collection", "tags")

    #: Wagtail's hash of the file as it is in the database: tells when there is another file.
    _stored_hash: str | None = None

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = Document._meta.permissions

    @classmethod
    def from_db(cls, db: str | None, field_names: Names[str], values: Names[Any]) -> PortalDocument:
        document = super().from_db(db, field_names, values)
        document._stored_hash = document.__dict__.get("file_hash")
        return document

    def clean(self) -> None:
        """Raises ValidationError when the content of the file is not what its name says."""
        super().clean()
        if self.file and not self.file._committed:
            check_content(self.file, self.filename)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Has a new file read once it is safely stored; until then nothing is said about it."""
        update_fields = kwargs.get("update_fields")
        with_file = bool(self.file) and (update_fields is None or "file" in update_fields)
        if with_file and not self.file._committed:
            self._set_document_file_metadata()
        changed = with_file and self._stored_hash != self.file_hash
        if changed:
            self.checksum, self.page_count, self.reading_state = "", None, ReadingState.WAITING
            self.replace_thumbnail(None)
        with transaction.atomic():
            if changed and self.pk is not None:
                FileText.objects.filter(document_id=self.pk).delete()
            super().save(*args, **kwargs)
            if changed:
                self._stored_hash = self.file_hash
                self.read_later()

    def read_later(self) -> None:
        """Has the file read (again) when the present transaction is committed."""
        transaction.on_commit(partial(read_document.enqueue, self.pk, self.file.name), robust=True)

    def replace_thumbnail(self, picture: ContentFile[bytes] | None) -> None:
        """Another picture of the first page, or none."""
        self.delete_thumbnail()
        self.thumbnail = ""
        if picture is not None:
            self.thumbnail.save(picture.name, picture, save=False)

    def delete_thumbnail(self) -> None:
        """Removes the picture's file when the present transaction is committed."""
        if name := self.thumbnail.name:
            transaction.on_commit(partial(self.thumbnail.storage.delete, name), robust=True)

    @property
    def content_type(self) -> str:
        """The media type by the ending of the name; a type that is not known is sent as plain bytes."""
        return DOCUMENT_TYPES.get(extension_of(self.filename), UNKNOWN_TYPE)

    @property
    def extension(self) -> str:
        """The kind of file as readers know it: PDF, DOCX."""
        return str(self.file_extension).upper()


@receiver(post_delete, sender=PortalDocument)
def take_picture_along(instance: PortalDocument, **_kwargs: Any) -> None:
    """Wagtail deletes the file itself; deleting a collection or a queryset calls no method, only this signal."""
    instance.delete_thumbnail()
