"""Pictures of sample news: drawn for the portal, without persons, places or emblems."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from django.core.files.images import ImageFile
from wagtail.models import Collection

from portal.core.languages.catalogue import CONTENT_CODES
from portal.core.models.image import PortalImage
from portal.core.starter.batch import BatchLoader
from portal.core.starter.files import json_document
from portal.core.starter.report import Report

_KIND = PortalImage._meta.label_lower


def load_pictures(path: Path, report: Report) -> None:
    """`path` names them by their titles; the files lie in the folder `pictures` beside it."""
    rows = json_document(path, _KIND, report) or []
    files = {row.get("title"): row.get("file") for row in rows}

    def write(image: PortalImage | None, values: Mapping[str, Any]) -> PortalImage:
        image = image or PortalImage(collection=Collection.get_first_root_node())
        for name, value in values.items():
            setattr(image, name, value)
        if image.file:
            image.save()
            return image
        source = path.parent / "pictures" / files[image.title]
        with source.open("rb") as stream:
            image.file = ImageFile(stream, name=source.name)
            image.save()
        return image

    existing = {image.title: image for image in PortalImage.objects.filter(title__in=files)}
    with BatchLoader(kind=_KIND, existing=existing, current=_current, write=write, report=report) as loader:
        for row in rows:
            loader.load_made(str(row.get("title")), partial(_values, row))


def _values(row: Mapping[str, Any]) -> dict[str, Any]:
    texts = {f"alternative_text_{code}": row["alternative_text"][code] for code in CONTENT_CODES}
    return {"title": row["title"], "credit": row["credit"], **texts}


def _current(image: PortalImage) -> dict[str, Any]:
    texts = {name: getattr(image, name) or "" for name in (f"alternative_text_{code}" for code in CONTENT_CODES)}
    return {"title": image.title, "credit": image.credit, **texts}
