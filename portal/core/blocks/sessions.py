"""Sessions of a programme: the number is the place in the list."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class SessionBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("title"), max_length=200)
    content = blocks.RichTextBlock(
        label=_("content"), required=False, features=["bold", "italic", "ol", "ul", "link", "document-link"]
    )
    minutes = blocks.IntegerBlock(label=_("minutes"), min_value=5, max_value=600)

    class Meta:
        icon = "time"
        label = _("session")


SESSION_BLOCKS = [("session", SessionBlock())]
