"""Pictures that a page shows to readers who are not told what is on them."""

from __future__ import annotations

from collections.abc import Iterator

from portal.core.files.pictures import undescribed
from portal.core.models import ContentPage
from portal.desk.findings.found import Found
from portal.desk.models import Kind


def check_pictures(page: ContentPage) -> Iterator[Found]:
    for image, code in undescribed(page):
        yield Found(Kind.PICTURE, language=code, object_id=image.pk)
