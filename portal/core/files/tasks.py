"""Background work on stored files."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django_tasks import task
from wagtail.documents import get_document_model

from portal.core.files.facts import FileFacts, read_facts
from portal.core.files.reading_state import ReadingState

logger = logging.getLogger(__name__)


@task()
def read_document(document_id: int, file_name: str) -> None:
    """Fills in what can be read off a document's file.

    May run any number of times, and late: a document that is gone or has got another file since is left alone.
    """
    documents = get_document_model().objects
    document = documents.filter(pk=document_id, file=file_name).first()
    if document is None:
        return
    try:
        facts = read_facts(Path(document.file.path))
    except FileNotFoundError:
        logger.warning("The file %s of document %s is missing", file_name, document_id)
        facts = FileFacts(checksum="", state=ReadingState.MISSING)
    _keep(document_id, file_name, facts)


def _keep(document_id: int, file_name: str, facts: FileFacts) -> None:
    from portal.core.models.file_text import FileText

    with transaction.atomic():
        documents = get_document_model().objects.select_for_update()
        document = documents.filter(pk=document_id, file=file_name).first()
        if document is None:
            return
        kept = FileText.objects.filter(document_id=document_id).first()
        if _is_known(document, kept.text if kept else "", facts):
            return
        if facts.text:
            FileText.objects.update_or_create(document_id=document_id, defaults={"text": facts.text})
        elif kept:
            kept.delete()
        document.checksum = facts.checksum
        document.page_count = facts.page_count
        document.reading_state = facts.state
        document.replace_thumbnail(
            # The checksum in the name: a new first page has a new address, so browsers may keep the old one for long.
            ContentFile(facts.thumbnail, f"{document_id}-{facts.checksum[:16]}.png") if facts.thumbnail else None
        )
        document.save(update_fields=["checksum", "page_count", "reading_state", "thumbnail"])


def _is_known(document: Any, text: str, facts: FileFacts) -> bool:
    return (document.checksum, document.page_count, document.reading_state, text, bool(document.thumbnail)) == (
        facts.checksum,
        facts.page_count,
        facts.state,
        facts.text,
        bool(facts.thumbnail),
    )
