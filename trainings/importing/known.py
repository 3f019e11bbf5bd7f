"""What the portal knows of people, read once for all rows of a list: a few queries, however many rows there are."""

from __future__ import annotations

from functools import cache, cached_property
from typing import Final

from portal.accounts.models import User
from portal.core.languages.catalogue import CONTENT_CODES, LANGUAGES
from portal.core.languages.folding import fold
from portal.members.models import Member, MemberState
from portal.members.queries.alike import NamesAlike
from portal.vocabulary.models import Beneficiary
from trainings.models import Enrolment, ExpectedParticipant, TrainingPage

#: What files call beneficiaries besides their names and codes.
_OTHER_NAMES: Final = {
    "BA": ("BiH", "Bosna i Hercegovina", "Bosnia", "Bosnia & Herzegovina", "Bosna", "BIH"),
    "XK": ("Kosova", "KS", "Kosovë", "XKX", "RKS"),
    "ME": ("MNE", "Crna Gora"),
    "MK": ("Macedonia", "Makedonija", "Maqedonia", "N. Macedonia", "MKD", "Severna Makedonija"),
    "AL": ("ALB", "Shqipëri", "Shqipëria"),
    "RS": ("SRB", "Srbija", "Serbia", "Serbi"),
}


class Known:
    """Members, who of them is enrolled in this training, who is expected in it, beneficiaries by any of their names."""

    def __init__(self, training: TrainingPage) -> None:
        self._training = training
        self.names: dict[int, str] = {}
        self.by_email: dict[str, int] = {}
        #: Addresses with which nobody can join: of members who are suspended, of accounts that were ended.
        self.closed = set(User.objects.filter(is_active=False).values_list("email", flat=True))
        rows = Member.objects.exclude(state=MemberState.LEFT).values_list(
            "pk", "user__email", "user__first_name", "user__last_name", "state", "user__is_active"
        )
        for key, email, first, last, state, is_active in rows:
            if state == MemberState.ACTIVE and is_active:
                self.names[key] = f"{first} {last}".strip()
                self.by_email[email.lower()] = key
            else:
                self.closed.add(email.lower())

    @cached_property
    def alike(self) -> NamesAlike:
        return NamesAlike(self.names.items())

    @cached_property
    def enrolled(self) -> frozenset[int]:
        """Keys of the members who are in it."""
        return frozenset(Enrolment.objects.live().filter(training=self._training).values_list("member", flat=True))

    @cached_property
    def expected(self) -> frozenset[str]:
        """Addresses of those who were invited by a list."""
        return frozenset(ExpectedParticipant.objects.filter(training=self._training).values_list("email", flat=True))

    def beneficiary(self, text: str) -> Beneficiary | None:
        """The one that is written like this in some language, as a code or shortened."""
        return self._beneficiaries.get(fold(text))

    @cached_property
    def _beneficiaries(self) -> dict[str, Beneficiary]:
        found: dict[str, Beneficiary] = {}
        for one in Beneficiary.objects.order_by("pk"):
            names = (getattr(one, f"name_{code}") for code in CONTENT_CODES)
            for name in (*names, one.code, *_OTHER_NAMES.get(one.code, ())):
                if name:
                    found.setdefault(fold(name), one)
        return found


def language_for(languages: str, beneficiary: Beneficiary | None, otherwise: str) -> str:
    """The rendering in which somebody is invited: the first language that the row names, else the first of their
    beneficiary, else `otherwise`.
    """
    for word in languages.replace(";", ",").replace("/", ",").split(","):
        if code := _languages().get(fold(word)):
            return code
    official = beneficiary.portal_languages.split() if beneficiary else []
    return official[0] if official else otherwise


@cache
def _languages() -> dict[str, str]:
    """Renderings by their codes and names, folded; Serbian without a word about its script is Cyrillic."""
    found = {"serbian": "sr"}
    for language in LANGUAGES:
        for name in (language.code, language.native_name, language.english_name):
            found.setdefault(fold(name), language.code)
    return found
