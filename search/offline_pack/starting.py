"""Asking for a pack, and for one that came to nothing once more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from django.conf import settings
from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext as _

from search.engines.database_lock import wait_for_turn
from search.offline_pack.owner import Owner
from search.offline_pack.pack import OfflinePack, State, end_from_now
from search.offline_pack.tasks import make_pack
from search.offline_pack.tidying import tidy

#: Resources of one pack, and packs of one person at a time.
MOST_RESOURCES: Final = 200
MOST_PACKS: Final = 3

#: Between looking whether another may be made and writing it down nobody else does.
_TURN: Final = "offline packs"

#: States that a pack does not leave by itself: it can be asked for again.
_ENDED: Final = (State.FAILED, State.EMPTY, State.TOO_LARGE, State.WITHDRAWN)


class NotStarted(Exception):
    """The pack cannot be made now; the message says why, in the reader's language."""


def start_pack(
    *, owner: Owner, documents: Sequence[str], parameters: str | None, languages: Sequence[str], with_files: bool
) -> OfflinePack:
    """Has a pack made in the background. Raises NotStarted."""
    tidy()
    with transaction.atomic():
        wait_for_turn(_TURN)
        _check_room()
        own = list(OfflinePack.objects.of(owner))
        _check_none_goes_on(own)
        if len(own) >= MOST_PACKS:
            raise NotStarted(
                _("You have %(number)s packs, and more cannot be kept. Delete one that you do not need.")
                % {"number": MOST_PACKS}
            )
        pack = OfflinePack.objects.create(
            user=owner.user,
            visitor="" if owner.user else owner.visitor,
            documents=list(documents)[:MOST_RESOURCES],
            parameters=parameters,
            languages=list(languages),
            with_files=with_files,
        )
    _begin(pack.pk, pack.attempt)
    return pack


def start_again(pack: OfflinePack) -> None:
    """Begins anew with a pack that came to nothing, or that nobody works at any more; any other is left alone.

    Raises NotStarted.
    """
    if not (pack.state in _ENDED or pack.is_interrupted):
        return
    with transaction.atomic():
        wait_for_turn(_TURN)
        _check_room()
        _check_none_goes_on(OfflinePack.objects.of(Owner(pack.user, pack.visitor)).exclude(pk=pack.pk))
        begun = pack.begin_again(expires_at=end_from_now())
    if begun:
        _begin(pack.pk, pack.attempt)


def _begin(pack_id: int, attempt: int) -> None:
    make_pack.using(backend=settings.LONG_TASKS).enqueue(pack_id, attempt)


def _check_none_goes_on(own: Iterable[OfflinePack]) -> None:
    if any(pack.is_going_on for pack in own):
        raise NotStarted(_("A pack of yours is being made. Wait until it is finished."))


def _check_room() -> None:
    """All packs together, whoever they belong to, must fit on the disk."""
    taken = OfflinePack.objects.aggregate(size=Sum("size"))["size"] or 0
    if taken >= settings.OFFLINE_PACKS_MEGABYTES * 1_000_000:
        raise NotStarted(_("So many packs are kept at the moment that there is no room for another. Try again later."))
