"""Tables of the search."""

from search.following.follower import Follower
from search.following.saved_search import SavedSearch
from search.harvest.record import HarvestRecord, HarvestSet
from search.lexicon.equivalent_terms import EquivalentTerms
from search.lexicon.imported import ImportedSource, ImportedTerm
from search.lexicon.state import LexiconState
from search.offline_pack.pack import OfflinePack
from search.outbox.attached_file import AttachedFile
from search.outbox.entry import OutboxEntry
from search.reading_list.kept_list import KeptList
from search.statistics.counts import ClickCount, SearchCount

__all__ = [
    "AttachedFile",
    "ClickCount",
    "EquivalentTerms",
    "Follower",
    "HarvestRecord",
    "HarvestSet",
    "ImportedSource",
    "ImportedTerm",
    "KeptList",
    "LexiconState",
    "OfflinePack",
    "OutboxEntry",
    "SavedSearch",
    "SearchCount",
]
