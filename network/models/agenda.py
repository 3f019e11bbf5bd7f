"""The agenda of a meeting."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from network.models.meeting import Meeting
from portal.members.models import Member

#: Characters of a text of a record. Minutes of a day stay far below it.
LONGEST_TEXT = 20_000


class AgendaItem(models.Model):
    """What was spoken of. `title` and `text` are translated.

    `key` names it in forms, from before it was stored: what is sent twice is stored once. Who presented it is a member,
    or somebody else, written "name; role": the name is for the group alone.
    """

    meeting = models.ForeignKey(Meeting, verbose_name=_("meeting"), related_name="items", on_delete=models.CASCADE)
    key = models.CharField(max_length=36, editable=False)
    position = models.PositiveSmallIntegerField(_("place in the agenda"), default=1)
    start_time = models.TimeField(_("begins at"), null=True, blank=True)
    end_time = models.TimeField(_("ends at"), null=True, blank=True)
    presenter = models.ForeignKey(
        Member, verbose_name=_("presented by"), related_name="+", on_delete=models.SET_NULL, null=True, blank=True
    )
    presenter_name = models.CharField(_("presented by somebody else"), max_length=200, blank=True)
    title = models.CharField(_("title"), max_length=300)
    text = models.TextField(_("what was said"), blank=True, max_length=LONGEST_TEXT)

    class Meta:
        verbose_name = _("agenda item")
        verbose_name_plural = _("agenda items")
        ordering = ["position", "pk"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["meeting", "key"], name="one_agenda_item_a_key")
        ]

    def __str__(self) -> str:
        return self.title
