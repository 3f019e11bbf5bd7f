"""Which fields of the network are translated."""

from modeltranslation.translator import TranslationOptions, register

from network.models import (
    AgendaItem,
    EventIndexPage,
    EventPage,
    GroupOutputPage,
    Meeting,
    Outcome,
    Precondition,
    WorkingGroupIndexPage,
    WorkingGroupPage,
)
from portal.core.content_language.options import ContentPageTranslation


@register(EventIndexPage)
class EventIndexPageTranslation(ContentPageTranslation):
    fields = ()


@register(EventPage)
class EventPageTranslation(ContentPageTranslation):
    fields = ("place", "agenda", "contact", "outcome")


@register(WorkingGroupIndexPage)
class WorkingGroupIndexPageTranslation(ContentPageTranslation):
    fields = ()


@register(WorkingGroupPage)
class WorkingGroupPageTranslation(ContentPageTranslation):
    fields = ("mandate",)


@register(Precondition)
class PreconditionTranslation(TranslationOptions):
    fields = ("name", "note")


@register(GroupOutputPage)
class GroupOutputPageTranslation(ContentPageTranslation):
    fields = ("description",)


@register(Meeting)
class MeetingTranslation(TranslationOptions):
    fields = ("title",)


@register(AgendaItem)
class AgendaItemTranslation(TranslationOptions):
    fields = ("title", "text")


@register(Outcome)
class OutcomeTranslation(TranslationOptions):
    fields = ("text",)
