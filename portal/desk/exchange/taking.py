"""Taking what was translated elsewhere into the page: all of it, or nothing and a list of what is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext
from wagtail.models import Page

from portal.core.editing.access import editable_codes
from portal.core.languages.catalogue import BY_CODE
from portal.core.models import ContentPage
from portal.desk.exchange.segments import Segment, WrongCodes, same, says_something
from portal.desk.exchange.sheet import parts_of, targets_of, text_from
from portal.desk.exchange.xliff import Delivery, received
from portal.desk.units.page import units_of, write_units
from portal.desk.units.saving import newest_draft
from portal.desk.units.unit import Unit


@dataclass(slots=True)
class Taken:
    """What a delivery comes to. `texts` are those that change the page; nothing is stored while there are problems.

    `incomplete` counts texts of the page that have no translation in the file, or not a whole one.
    """

    texts: dict[str, str] = field(default_factory=dict)
    incomplete: int = 0
    problems: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Received:
    """A page whose translation was stored as a draft, or had nothing new."""

    page: ContentPage
    language: str
    changed: int
    incomplete: int


def take_all(named: Iterable[tuple[str, Delivery]], user: Any) -> list[Received]:
    """Stores each delivery as a draft of its page, or none of them.

    A language whose texts all came back is checked against the source as it is now. Raises ValidationError with one
    message for each thing that is wrong, beginning with the name of the file.
    """
    problems: list[str] = []
    stored: list[Received] = []
    with transaction.atomic():
        for name, delivery in named:
            try:
                stored.append(_take(delivery, user))
            except ValidationError as error:
                problems += [f"{name}: {message}" for message in error.messages]
        if problems:
            transaction.set_rollback(True)
    if problems:
        raise ValidationError(problems)
    return stored


def _take(delivery: Delivery, user: Any) -> Received:
    try:
        with newest_draft(delivery.page_id or 0) as page:
            _refuse_what_is_not_theirs(page, delivery, user)
            taken = checked(page, delivery)
            if taken.problems:
                raise ValidationError(taken.problems)
            code = delivery.target_code
            becomes_current = not taken.incomplete and getattr(page, f"based_on_{code}") != page.source_version
            if taken.texts or becomes_current:
                write_units(page, code, taken.texts)
                if becomes_current:
                    setattr(page, f"based_on_{code}", page.source_version)
                page.save_revision(user=user, log_action=True)
            return Received(page, BY_CODE[code].native_name, len(taken.texts), taken.incomplete)
    except Page.DoesNotExist as error:
        raise ValidationError(_not_theirs()) from error


def checked(page: ContentPage, delivery: Delivery) -> Taken:
    """Compares what came with the page as it is now."""
    taken = Taken()
    units = {unit.key: unit for unit in units_of(page, delivery.target_code) if unit.source}
    if any(key not in units for key in delivery.texts):
        taken.problems.append(gettext("It has texts that are no longer on the page. Export the page again."))
    for key, unit in units.items():
        pairs = delivery.texts.get(key, [])
        targets = tuple(target for _source, target in pairs if target is not None and says_something(target))
        if not targets:
            taken.incomplete += 1
        elif not _is_unchanged(unit, pairs):
            taken.problems.append(
                gettext("The source text of “%(label)s” has changed since. Export the page again.")
                % {"label": unit.label}
            )
        elif len(targets) < len(pairs):
            taken.problems.append(
                gettext("“%(label)s” is translated in part only: %(done)d of %(all)d segments.")
                % {"label": unit.label, "done": len(targets), "all": len(pairs)}
            )
        else:
            _take_text(taken, unit, targets)
    return taken


def _is_unchanged(unit: Unit, pairs: list[tuple[Segment, Segment | None]]) -> bool:
    now = parts_of(unit).segments
    return len(now) == len(pairs) and all(same(here, there) for here, (there, _target) in zip(now, pairs, strict=True))


def _take_text(taken: Taken, unit: Unit, targets: tuple[Segment, ...]) -> None:
    try:
        text = unit.clean(text_from(unit, targets))
    except WrongCodes as error:
        taken.problems.append(
            gettext("“%(label)s”: a tag (number %(number)s) is not as in the source text.")
            % {"label": unit.label, "number": error}
        )
    except ValidationError as error:
        taken.problems += [f"“{unit.label}”: {message}" for message in error.messages]
    else:
        standing = targets_of(unit)
        if not standing or not all(map(same, map(received, standing), targets)):
            taken.texts[unit.key] = text


def _refuse_what_is_not_theirs(page: ContentPage, delivery: Delivery, user: Any) -> None:
    """Raises ValidationError, in the same words whether there is no such page or this user does not work on it."""
    if not isinstance(page, ContentPage) or not page.permissions_for_user(user).can_edit():
        raise ValidationError(_not_theirs())
    if page.permissions_for_user(user).page_locked():
        raise ValidationError(gettext("The page is locked at present."))
    if delivery.source_code != page.source_language:
        raise ValidationError(gettext("The page is no longer translated from the language of this file."))
    if delivery.target_code == page.source_language or delivery.target_code not in editable_codes(user, page):
        raise ValidationError(gettext("You do not translate this page into the language of this file."))


def _not_theirs() -> str:
    return gettext("It is of a page that does not exist, or that you do not work on.")
