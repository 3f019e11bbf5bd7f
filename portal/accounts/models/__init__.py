"""Who uses the portal, what they have settled for themselves, and what has happened to their accounts."""

from portal.accounts.models.account_step import AccountStep, Step
from portal.accounts.models.notification_choice import NotificationChoice
from portal.accounts.models.user import User

__all__ = ["AccountStep", "NotificationChoice", "Step", "User"]
