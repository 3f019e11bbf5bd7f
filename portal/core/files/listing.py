"""The files of a page, as its list of documents shows them to one reader."""

from __future__ import annotations

from typing import Any

from portal.core.languages.catalogue import BY_CODE
from portal.core.models.document import PortalDocument


def attached_files(page: Any, user: Any) -> list[dict[str, Any]]:
    """The attachments of a page that the user may see, in the page's order (one or two queries, however many)."""
    # The keys as they are stored: to ask a block for its value would read every document once more.
    keys = [block["value"] for block in page.attachments.raw_data if block["value"] is not None]
    if not keys:
        return []
    visible = {document.pk: document for document in PortalDocument.objects.filter(pk__in=keys).visible_to(user)}
    return [shown_file(visible[key]) for key in keys if key in visible]


def shown_file(document: PortalDocument) -> dict[str, Any]:
    """One file in the form of components/attachment.html."""
    language = BY_CODE.get(document.language)
    return {
        "title": document.title,
        "url": document.url,
        "type_label": document.extension,
        "size": document.file_size,
        "pages": document.page_count,
        "language_name": language.native_name if language else "",
        "language_lang": language.html_lang if language else "",
        "thumbnail_url": document.thumbnail.url if document.thumbnail else "",
    }
