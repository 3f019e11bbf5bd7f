"""Whether what a pack holds, or names, is still open to its owner. Asked whenever it is handed out."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from wagtail.models import Page

from portal.core.models import PortalDocument, PortalImage
from portal.core.visibility.querysets import visible_files, visible_pages

#: Kinds of what a pack holds, in `OfflinePack.held`.
PAGES, FILES, IMAGES = "pages", "files", "images"


def held(
    user: Any, *, pages: Iterable[int], url_paths: Collection[str], files: Iterable[int], pictures: Collection[str]
) -> dict[str, list[int]]:
    """Keys of all that it holds: pages and those that they lead to, files, and what its pictures were made of.

    `url_paths` are as Wagtail keeps them, those that are no pages included; `pictures` names in the media storage. An
    editor may have typed the address of a page that the owner never could see: nothing of that page is in the pack.
    """
    linked = visible_pages(Page.objects.filter(url_path__in=url_paths).order_by(), user).values_list("pk", flat=True)
    renditions = PortalImage.get_rendition_model().objects.filter(file__in=pictures)
    first_pages = PortalDocument.objects.filter(thumbnail__in=pictures).order_by().values_list("pk", flat=True)
    return {
        PAGES: sorted({*pages, *linked}),
        FILES: sorted({*files, *first_pages}),
        IMAGES: sorted(set(renditions.order_by().values_list("image_id", flat=True))),
    }


def is_still_open(held: dict[str, list[int]], user: Any) -> bool:
    """Three queries. What was deleted or unpublished is not open either."""
    return (
        visible_pages(Page.objects.filter(pk__in=held[PAGES]), user).count() == len(held[PAGES])
        and visible_files(PortalDocument.objects.filter(pk__in=held[FILES]), user).count() == len(held[FILES])
        and visible_files(PortalImage.objects.filter(pk__in=held[IMAGES]), user).count() == len(held[IMAGES])
    )
