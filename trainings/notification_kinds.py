"""What trainings tell people of by e-mail, as far as they can choose; what changes, all who are enrolled are told."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from portal.core.registries.notifications import Frequency, NotificationKind, register_notification
from trainings.models import Enrolment

REMINDERS = "trainings.reminders"

register_notification(
    110,
    NotificationKind(
        REMINDERS,
        _("Trainings that I am enrolled in: a reminder some days before they begin"),
        default=Frequency.AT_ONCE,
        allowed=(Frequency.AT_ONCE, Frequency.NEVER),
        concerns=lambda user: Enrolment.objects.filter(member__user=user).exists(),
    ),
)
