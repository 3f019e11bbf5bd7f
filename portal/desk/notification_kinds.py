"""What the desk tells translators of by e-mail."""

from django.utils.translation import gettext_lazy as _

from portal.core.registries.notifications import Frequency, NotificationKind, register_notification
from portal.desk.assigning.people import languages_of

ASSIGNED = "desk.assigned"

register_notification(
    200,
    NotificationKind(
        ASSIGNED,
        _("When a translation is given to me"),
        default=Frequency.AT_ONCE,
        allowed=(Frequency.AT_ONCE, Frequency.NEVER),
        concerns=lambda user: bool(languages_of(user)),
    ),
)
