"""What people can be told of by e-mail: features declare the kinds, each person settles which they want, and how often.

A feature registers a kind in its `notification_kinds.py`. Before it writes, it asks `portal.accounts.notifications`
what the person wants.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class Frequency(models.TextChoices):
    """How often somebody wants to be told. What is told daily or weekly, the feature collects until then."""

    AT_ONCE = "at_once", _("At once")
    DAILY = "daily", _("Once a day at most")
    WEEKLY = "weekly", _("Once a week at most")
    NEVER = "never", _("No e-mails")


def _everybody(_user: Any) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class NotificationKind:
    """One kind of e-mail. `code` names it for ever, with its app before it: "desk.assigned".

    `default` holds until somebody chooses among `allowed`. `concerns` says of a user whether they can get any: whom it
    does not concern is not asked.
    """

    code: str
    label: Any
    default: Frequency
    allowed: tuple[Frequency, ...]
    concerns: Callable[[Any], bool] = _everybody


_kinds: dict[str, tuple[int, NotificationKind]] = {}


def register_notification(position: int, kind: NotificationKind) -> None:
    """Raises ValueError for a code that is taken, and for a default that nobody could choose."""
    if kind.code in _kinds:
        raise ValueError(f"There is a notification {kind.code} already.")
    if kind.default not in kind.allowed:
        raise ValueError(f"{kind.default} is not among what {kind.code} allows.")
    _kinds[kind.code] = (position, kind)


def notification_kind(code: str) -> NotificationKind:
    """Raises KeyError for what no feature has registered."""
    return _kinds[code][1]


def notification_kinds(user: Any) -> list[NotificationKind]:
    """The kinds that concern this user, in their order."""
    return [kind for _, kind in sorted(_kinds.values(), key=lambda entry: entry[0]) if kind.concerns(user)]
