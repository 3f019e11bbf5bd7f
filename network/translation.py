"""Which fields of the network are translated."""

from modeltranslation.translator import TranslationOptions, register

from network.models import EventIndexPage, EventPage, Precondition, WorkingGroupIndexPage, WorkingGroupPage
from portal.core.content_language.options import ContentPageTranslation


@register(EventIndexPage)
class EventIndexPageTranslation(ContentPageTranslation):
    fields = ()


@register(EventPage)
class EventPageTranslation(ContentPageTranslation):
    fields = ("place", "agenda")


@register(WorkingGroupIndexPage)
class WorkingGroupIndexPageTranslation(ContentPageTranslation):
    fields = ()


@register(WorkingGroupPage)
class WorkingGroupPageTranslation(ContentPageTranslation):
    fields = ("mandate",)


@register(Precondition)
class PreconditionTranslation(TranslationOptions):
    fields = ("name", "note")
