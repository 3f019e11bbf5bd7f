"""What people want to be told of by e-mail. Whoever is about to write asks `wants` first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from portal.accounts.models import NotificationChoice, User
from portal.core.registries.notifications import Frequency, NotificationKind, notification_kind


def wants(user: User, kind: str) -> Frequency:
    """How often this person wants to be told of this kind (one query). Raises KeyError for an unknown kind."""
    return wanted(user, [notification_kind(kind)])[kind]


def wanted(user: User, kinds: Iterable[NotificationKind]) -> dict[str, Frequency]:
    """The same for several kinds, by their codes, with one query.

    A choice that a kind does not allow any more counts as none.
    """
    by_code = {kind.code: kind for kind in kinds}
    chosen = dict(NotificationChoice.objects.filter(user=user, kind__in=by_code).values_list("kind", "frequency"))
    return {
        code: Frequency(chosen[code]) if chosen.get(code) in kind.allowed else kind.default
        for code, kind in by_code.items()
    }


def choose(user: User, choices: Mapping[str, Frequency]) -> None:
    """Keeps what somebody has chosen, by the codes of the kinds."""
    NotificationChoice.objects.bulk_create(
        (NotificationChoice(user=user, kind=code, frequency=frequency) for code, frequency in choices.items()),
        update_conflicts=True,
        unique_fields=["user", "kind"],
        update_fields=["frequency"],
    )
