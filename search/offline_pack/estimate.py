"""What would come along with a pack, before it is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Sum

from portal.core.models import PortalDocument
from search.documents.document import document_id, parse_document_id
from search.outbox.attached_file import AttachedFile
from search.queries.results import Viewer, by_source, pages_seen


@dataclass(frozen=True, slots=True)
class Attachments:
    """Files that the resources attach and that the viewer may see; `size` in bytes, as they are stored."""

    number: int
    size: int


def there(documents: Sequence[str], viewer: Viewer) -> list[str]:
    """Those of the documents that this viewer sees, in their order. One query for each type of page."""
    found = {
        document_id(source.label, page.pk)
        for source, keys in by_source(documents)
        for page in pages_seen(source, keys, viewer)
    }
    return [one for one in documents if one in found]


def attachments(documents: Sequence[str], user: Any) -> Attachments:
    """One query."""
    pages = [parse_document_id(one)[1] for one in documents]
    keys = AttachedFile.objects.filter(page__in=pages).values("file_id")
    found = PortalDocument.objects.filter(pk__in=keys).visible_to(user)
    counted = found.aggregate(number=Count("pk"), size=Sum("file_size"))
    return Attachments(counted["number"], counted["size"] or 0)
