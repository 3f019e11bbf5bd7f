"""Which fields of the core's own models are translated (read by modeltranslation when the apps load)."""

from modeltranslation.translator import TranslationOptions, register

from portal.core.models.image import PortalImage
from portal.core.models.site_text import SiteText


@register(PortalImage)
class PortalImageTranslation(TranslationOptions):
    fields = ("alternative_text",)


@register(SiteText)
class SiteTextTranslation(TranslationOptions):
    fields = ("funding_line",)
