"""Tables of the search."""

from search.harvest.record import HarvestRecord, HarvestSet
from search.lexicon.equivalent_terms import EquivalentTerms
from search.lexicon.imported import ImportedSource, ImportedTerm
from search.lexicon.state import LexiconState
from search.outbox.attached_file import AttachedFile
from search.outbox.entry import OutboxEntry

__all__ = [
    "AttachedFile",
    "EquivalentTerms",
    "HarvestRecord",
    "HarvestSet",
    "ImportedSource",
    "ImportedTerm",
    "LexiconState",
    "OutboxEntry",
]
