"""What the desk adds to Wagtail's admin, capability by capability: importing them registers it."""

from portal.desk.dashboard import hooks as dashboard
from portal.desk.exchange import hooks as exchange
from portal.desk.reports import hooks as reports
from portal.desk.translating import hooks as translating

__all__ = ["dashboard", "exchange", "reports", "translating"]
