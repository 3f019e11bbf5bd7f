"""What somebody kept in the library goes with them when they leave the network."""

from __future__ import annotations

from portal.members.models import Member
from portal.members.registries.leaving import register_leaving
from search.following.follower import Follower
from search.following.saved_search import SavedSearch
from search.offline_pack.pack import OfflinePack
from search.reading_list.kept_list import KeptList


def forget(member: Member) -> None:
    """Files of packs are cleared away later, like those of any pack that is not there any more."""
    for model in (SavedSearch, Follower, KeptList, OfflinePack):
        model._default_manager.filter(user=member.user_id).delete()


register_leaving(forget)
