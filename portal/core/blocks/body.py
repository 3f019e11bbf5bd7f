"""What the body of a page is made of."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock


class PictureBlock(blocks.StructBlock):
    """A picture with a caption; credit and alternative text come from the image itself."""

    image = ImageChooserBlock(label=_("image"))
    caption = blocks.CharBlock(label=_("caption"), required=False, max_length=250)

    class Meta:
        icon = "image"
        label = _("picture")
        template = "core/blocks/picture.html"


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("text"))
    source = blocks.CharBlock(label=_("source"), required=False, max_length=250)

    class Meta:
        icon = "openquote"
        label = _("quotation")
        template = "core/blocks/quote.html"


BODY_BLOCKS = [
    (
        "paragraph",
        blocks.RichTextBlock(
            label=_("text"),
            features=["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link", "hr"],
            template="core/blocks/paragraph.html",
        ),
    ),
    ("picture", PictureBlock()),
    ("quote", QuoteBlock()),
    ("file", DocumentChooserBlock(label=_("file"), template="core/blocks/file.html")),
]
