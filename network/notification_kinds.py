"""What the network tells people of by e-mail, as far as they can choose."""

from django.utils.translation import gettext_lazy as _

from network.models import EventFollower, GroupMembership
from network.models.meeting import is_of_network
from portal.core.registries.notifications import Frequency, NotificationKind, register_notification

MEMBERSHIPS = "network.memberships"
DRAFTS = "network.drafts"
EVENTS = "network.events"
MEETINGS = "network.meetings"

_ALLOWED = (Frequency.AT_ONCE, Frequency.NEVER)

register_notification(
    300,
    NotificationKind(
        MEMBERSHIPS,
        _("When I come to a working group, get another role in it, or leave it"),
        default=Frequency.AT_ONCE,
        allowed=_ALLOWED,
        concerns=is_of_network,
    ),
)
register_notification(
    301,
    NotificationKind(
        DRAFTS,
        _("When the draft of a record is to be looked through by the members"),
        default=Frequency.AT_ONCE,
        allowed=_ALLOWED,
        concerns=is_of_network,
    ),
)

register_notification(
    100,
    NotificationKind(
        EVENTS,
        _("Events that I will come to: reminders and changes"),
        default=Frequency.AT_ONCE,
        allowed=_ALLOWED,
        concerns=lambda user: EventFollower.objects.filter(user=user, event__isnull=False).exists(),
    ),
)
register_notification(
    101,
    NotificationKind(
        MEETINGS,
        _("Meetings of my working groups: when there is one, reminders and changes"),
        default=Frequency.AT_ONCE,
        allowed=_ALLOWED,
        concerns=lambda user: GroupMembership.objects.of(user).exists(),
    ),
)
