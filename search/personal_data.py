"""What the library holds about a person: saved searches, the reading list, offline packs."""

from __future__ import annotations

from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.core.registries.personal_data import Fact, PersonalData, register_personal_data
from search.following.saved_search import SavedSearch
from search.offline_pack.pack import OfflinePack
from search.reading_list.kept_list import KeptList


def saved_searches(user: User) -> PersonalData:
    records = [
        [
            Fact("name", _("Name"), saved.name),
            Fact("searched_for", _("What is searched for"), saved.parameters),
            Fact("emails", _("E-mails about new resources"), str(saved.get_frequency_display())),
            Fact("language", _("Language"), saved.get_language_display()),
            Fact("last_sent_at", _("Last e-mail"), saved.last_sent_at),
        ]
        for saved in SavedSearch.objects.filter(user=user).defer("known")
    ]
    return PersonalData("saved_searches", _("Saved searches"), records)


def reading_list(user: User) -> PersonalData:
    """The ids of the resources; what they are called now depends on who may see them."""
    lists = KeptList.objects.filter(user=user).values_list("documents", flat=True)
    return PersonalData(
        "reading_list", _("Reading list"), [[Fact("resources", _("Resources"), kept)] for kept in lists if kept]
    )


def offline_packs(user: User) -> PersonalData:
    records = [
        [
            Fact("resources", _("Resources"), pack.documents),
            Fact("languages", _("Languages"), pack.languages),
            Fact("kept_until", _("Kept until"), pack.expires_at),
        ]
        for pack in OfflinePack.objects.filter(user=user).order_by("pk")
    ]
    return PersonalData("offline_packs", _("Your packs"), records)


register_personal_data(60, saved_searches, models=("search.SavedSearch", "search.Follower"))
register_personal_data(61, reading_list, models=("search.KeptList",))
register_personal_data(62, offline_packs, models=("search.OfflinePack",))
