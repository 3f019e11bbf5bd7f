"""Which fields of the network are translated."""

from modeltranslation.translator import register

from network.models import EventIndexPage, EventPage, WorkingGroupIndexPage, WorkingGroupPage
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
