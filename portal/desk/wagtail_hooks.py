"""What the desk adds to Wagtail's admin, capability by capability: importing them registers it."""

from portal.desk.exchange import hooks as exchange
from portal.desk.reports import hooks as reports

__all__ = ["exchange", "reports"]
