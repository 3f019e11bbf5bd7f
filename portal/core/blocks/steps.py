"""Steps: what was done, in order."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class StepBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("step"), required=False, max_length=200)
    text = blocks.RichTextBlock(
        label=_("what was done"),
        required=False,
        features=["bold", "italic", "ol", "ul", "link", "document-link"],
    )

    class Meta:
        icon = "list-ol"
        label = _("step")


STEP_BLOCKS = [("step", StepBlock())]
