"""Who uses the portal."""

from portal.accounts.models.user import User

__all__ = ["User"]
