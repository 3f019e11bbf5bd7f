"""What of the comparison of standards people are told of by e-mail."""

from django.utils.translation import gettext_lazy as _

from portal.accounts.focal_points import focal_point_for
from portal.core.registries.notifications import Frequency, NotificationKind, register_notification
from practices.rules.comparing import may_approve

ENTRIES = "practices.entries"
DECISIONS = "practices.decisions"

_ALLOWED = (Frequency.AT_ONCE, Frequency.NEVER)

register_notification(
    400,
    NotificationKind(
        ENTRIES,
        _("When an entry on a standard waits for an editor"),
        default=Frequency.AT_ONCE,
        allowed=_ALLOWED,
        concerns=may_approve,
    ),
)
register_notification(
    401,
    NotificationKind(
        DECISIONS,
        _("What becomes of my entries on standards"),
        default=Frequency.AT_ONCE,
        allowed=_ALLOWED,
        concerns=lambda user: bool(focal_point_for(user)),
    ),
)
