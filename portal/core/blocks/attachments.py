"""Files attached to a page."""

from django.utils.translation import gettext_lazy as _
from wagtail.documents.blocks import DocumentChooserBlock

ATTACHMENT_BLOCKS = [("file", DocumentChooserBlock(label=_("file")))]
