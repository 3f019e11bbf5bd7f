"""Files in templates: shown only to those who may have them."""

from __future__ import annotations

from typing import Any

from django import template

from portal.core.files.listing import shown_file
from portal.core.models.document import PortalDocument
from portal.core.models.image import PortalImage
from portal.core.visibility.audience import may_see_collection

register = template.Library()


@register.simple_tag(takes_context=True)
def visible_file(context: template.Context, document: PortalDocument | None) -> dict[str, Any] | None:
    """The file as components/attachment.html shows it; None when this visitor may not see it."""
    request = context.get("request")
    if document is None or not may_see_collection(getattr(request, "user", None), document.collection):
        return None
    return shown_file(document)


@register.simple_tag(takes_context=True)
def visible_image(context: template.Context, image: PortalImage | None) -> PortalImage | None:
    """The image; None when this visitor may not see its collection."""
    request = context.get("request")
    if image is None or not may_see_collection(getattr(request, "user", None), image.collection):
        return None
    return image
