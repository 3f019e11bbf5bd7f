"""The text of a document's file."""

from __future__ import annotations

from django.db import models


class FileText(models.Model):
    """The text of a file, read off it. In a table of its own: lists of documents have no use for two million letters.

    `text` has its pages (slides, sheets) divided by portal.core.files.text.PAGE_END.
    """

    document = models.OneToOneField(
        "core.PortalDocument", on_delete=models.CASCADE, primary_key=True, related_name="file_text"
    )
    text = models.TextField()

    class Meta:
        verbose_name = "text of a file"
        verbose_name_plural = "texts of files"

    def __str__(self) -> str:
        return f"Text of document {self.pk}"
