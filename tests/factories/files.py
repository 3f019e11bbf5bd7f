"""Documents with a text, and collections for some."""

from __future__ import annotations

import itertools
from io import BytesIO

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from PIL import Image
from wagtail.models import Collection, CollectionViewRestriction

from portal.core.models import FileText, PortalDocument, PortalImage

_numbers = itertools.count(1)


def make_document(
    title: str = "", pages: tuple[str, ...] = ("Text",), kind: str = "txt", **fields: object
) -> PortalDocument:
    """A document that has been read: each of `pages` is the text of one page.

    The file itself is plain text whatever its kind; only as TXT can it be read again.
    """
    number = next(_numbers)
    text = "\f".join(pages)
    file = ContentFile(text.encode(), f"file-{number}.{kind}")
    document = PortalDocument.objects.create(title=title or f"File {number}", file=file, **fields)
    FileText.objects.update_or_create(document=document, defaults={"text": text})
    document.save(update_fields=["reading_state"])
    return document


def make_collection(restricted_to: Group | None = None, parent: Collection | None = None) -> Collection:
    """A collection of files, for members of a group alone if one is given."""
    above = parent or Collection.get_first_root_node()
    collection = above.add_child(name=f"Collection {next(_numbers)}")
    if restricted_to is not None:
        close(collection, restricted_to)
    return collection


def close(collection: Collection, group: Group) -> CollectionViewRestriction:
    restriction = CollectionViewRestriction.objects.create(
        collection=collection, restriction_type=CollectionViewRestriction.GROUPS
    )
    restriction.groups.add(group)
    return restriction


def make_image(title: str = "", **fields: object) -> PortalImage:
    """A picture of one dot, described in no language unless `fields` do it."""
    number = next(_numbers)
    data = BytesIO()
    Image.new("RGB", (1, 1)).save(data, "PNG")
    file = ContentFile(data.getvalue(), f"image-{number}.png")
    return PortalImage.objects.create(title=title or f"Image {number}", file=file, **fields)
