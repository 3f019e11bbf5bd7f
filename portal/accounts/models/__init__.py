"""Who uses the portal, and what they have settled for themselves."""

from portal.accounts.models.notification_choice import NotificationChoice
from portal.accounts.models.user import User

__all__ = ["NotificationChoice", "User"]
