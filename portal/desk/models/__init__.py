"""What the desk keeps, of pages and of translations."""

from portal.desk.memory.pair import PairWord, TranslationPair
from portal.desk.models.checked_address import CheckedAddress
from portal.desk.models.finding import Finding, Kind

__all__ = ["CheckedAddress", "Finding", "Kind", "PairWord", "TranslationPair"]
