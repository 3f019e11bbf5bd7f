"""What the desk keeps, of pages and of translations."""

from portal.desk.memory.pair import PairWord, TranslationPair
from portal.desk.models.assignment import Assignment, AssignmentQuerySet
from portal.desk.models.checked_address import CheckedAddress
from portal.desk.models.finding import Finding, Kind
from portal.desk.models.read_count import ReadCount

__all__ = [
    "Assignment",
    "AssignmentQuerySet",
    "CheckedAddress",
    "Finding",
    "Kind",
    "PairWord",
    "ReadCount",
    "TranslationPair",
]
