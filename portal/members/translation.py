"""Which fields of the members are translated."""

from modeltranslation.translator import TranslationOptions, register

from portal.members.models import ConsentText


@register(ConsentText)
class ConsentTextTranslation(TranslationOptions):
    fields = ("text",)
