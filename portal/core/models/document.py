"""The portal's document: a file with its language, checksum, page count, text and thumbnail."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document, DocumentQuerySet

from portal.core.files.content_check import check_content
from portal.core.languages.catalogue import BY_CODE, CONTENT_CODES
from portal.core.visibility.querysets import visible_files


class VisibleDocumentQuerySet(DocumentQuerySet):
    def visible_to(self, user: Any) -> VisibleDocumentQuerySet:
        """Only files whose collection the user may see."""
        return visible_files(self, user)


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
    page_count = models.PositiveIntegerField(_("pages"), null=True, editable=False)
    extracted_text = models.TextField(_("text of the file"), blank=True, editable=False)
    thumbnail = models.ImageField(_("picture of the first page"), upload_to="thumbnails", blank=True, editable=False)

    objects = VisibleDocumentQuerySet.as_manager()

    admin_form_fields = ("title", "file", "language", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = Document._meta.permissions

    def clean(self) -> None:
        """Raises ValidationError when the content of the file is not what its name says."""
        super().clean()
        if self.file and not self.file._committed:
            check_content(self.file, self.filename)

    @property
    def extension(self) -> str:
        """The kind of file as readers know it: PDF, DOCX."""
        return str(self.file_extension).upper()
