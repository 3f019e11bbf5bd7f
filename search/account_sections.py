"""What "My account" says of saved searches."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.accounts.signed_in import SignedIn
from portal.core.registries.account import AccountSection, register_account_section
from portal.core.registries.frame import Link
from search.following.saved_search import SavedSearch


def saved_searches(request: HttpRequest) -> AccountSection:
    number = SavedSearch.objects.filter(user=cast(SignedIn, request).user).count()
    return AccountSection(
        "searches",
        _("My searches"),
        _("Searches of the library that you have saved, and how often you are told of what is new in them."),
        [Link(_("To my searches"), reverse("search:saved"))],
        ngettext("%(number)d search", "%(number)d searches", number) % {"number": number} if number else "",
    )


register_account_section(100, saved_searches)
