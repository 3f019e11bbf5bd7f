"""Which page of the library attaches which file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db import models

from portal.core.models import PortalDocument
from search.documents.document import document_id
from search.documents.files import attached_keys
from search.documents.registry import sources
from search.documents.source import DocumentSource

#: Pages looked at and rows written at a time.
_CHUNK = 500


class AttachedFile(models.Model):
    """`page`, as it is stored and not as a draft has it, attaches `file`.

    Kept beside the pages, because attachments lie within the text of a column: when a file changes, nobody can look
    through all pages. Wagtail's own index of references is of the last draft, and written later.
    """

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    file = models.ForeignKey("core.PortalDocument", on_delete=models.CASCADE, related_name="+")

    class Meta:
        verbose_name = "attached file"
        verbose_name_plural = "attached files"
        constraints = [models.UniqueConstraint(fields=["page", "file"], name="one_attachment_a_page_and_file")]

    def __str__(self) -> str:
        return f"page {self.page_id}: file {self.file_id}"


def remember_files(source: DocumentSource, page: int) -> None:
    """Brings the rows of one page up to what is stored; in the transaction that stored it."""
    stored = source.model.objects.filter(pk=page).only("attachments").first()
    keys = set(attached_keys(stored)) if stored else set()
    known = set(AttachedFile.objects.filter(page_id=page).values_list("file_id", flat=True))
    if known - keys:
        AttachedFile.objects.filter(page_id=page, file_id__in=known - keys).delete()
    _remember([(page, key) for key in keys - known])


def remember_all_files() -> None:
    """Adds what is missing for all pages of the library, as before an index is built.

    What is there besides is left: a row too many costs a look at a page, a row too few a text that stays.
    """
    for source in sources():
        pairs: list[tuple[int, int]] = []
        for page in source.model.objects.only("attachments").iterator(chunk_size=_CHUNK):
            pairs += ((page.pk, key) for key in attached_keys(page))
            if len(pairs) >= _CHUNK:
                _remember(pairs)
                pairs = []
        _remember(pairs)


def ids_attaching(files: Iterable[int]) -> Iterator[str]:
    """Ids of the documents whose pages attach any of these files."""
    pages = AttachedFile.objects.filter(file__in=files).values("page_id")
    for source in sources():
        for key in source.model.objects.filter(pk__in=pages).values_list("pk", flat=True):
            yield document_id(source.label, key)


def _remember(pairs: list[tuple[int, int]]) -> None:
    """Files that are gone are left out: a page may still name them."""
    if not pairs:
        return
    named = PortalDocument.objects.filter(pk__in={key for _, key in pairs})
    stored = set(named.values_list("pk", flat=True))
    AttachedFile.objects.bulk_create(
        [AttachedFile(page_id=page, file_id=key) for page, key in pairs if key in stored], ignore_conflicts=True
    )
