"""What the desk remembers of pages."""

from portal.desk.models.checked_address import CheckedAddress
from portal.desk.models.finding import Finding, Kind

__all__ = ["CheckedAddress", "Finding", "Kind"]
