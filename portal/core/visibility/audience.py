"""The audience of a page or a file, and the audiences that a person belongs to.

Wagtail keeps view restrictions on pages and on collections; a restriction holds for everything below it. A person
sees a thing when they satisfy every restriction on the way to it. The *audience* of a thing is that set of conditions
written as a short key: `public`, `login`, `g7` (members of group 7), `g7|g9` (of either), `g7&login` (both hold).
The key is stored with each search document; `audiences_for(user)` gives all keys that the person satisfies, so that
an engine filters by plain equality.

What somebody may not see does not exist for them: callers answer 404, never 403, and leave it out of counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from wagtail.models import (
    BaseViewRestriction,
    Collection,
    CollectionViewRestriction,
    Page,
    PageViewRestriction,
)

from portal.core.visibility.memory import remembered

PUBLIC = "public"

#: What one restriction asks for: any of these tokens is enough.
Requirement = frozenset[str]


@dataclass(frozen=True, slots=True)
class Holder:
    """The tokens that a person holds. `everything` is true of a superuser, whom Wagtail lets pass every group.

    What is closed to everybody (a password from before, a list of no groups) is closed to a superuser too; the admin
    shows it.
    """

    tokens: frozenset[str]
    everything: bool = False

    def satisfies(self, requirements: frozenset[Requirement]) -> bool:
        return all(requirement and (self.everything or requirement & self.tokens) for requirement in requirements)


def holder(user: Any) -> Holder:
    """The tokens of a user (one query for the groups of a signed-in one, none for anybody else)."""
    if user is None or not user.is_authenticated or not user.is_active:
        return Holder(frozenset())
    if user.is_superuser:
        return Holder(frozenset({"login"}), everything=True)
    return Holder(frozenset({"login", *(f"g{pk}" for pk in _groups(user))}))


def belongs_to(user: Any, name: str) -> bool:
    """Whether a user is in the group of this name (the query of `holder`). Superusers are in none."""
    if user is None or not user.is_authenticated or not user.is_active or user.is_superuser:
        return False
    return name in _groups(user).values()


def _groups(user: Any) -> dict[int, str]:
    return remembered(("groups", user.pk), lambda: dict(user.groups.values_list("pk", "name")))


class Rules:
    """All view restrictions of one kind of tree (pages or collections), read with one query."""

    def __init__(self, rows: list[tuple[str, str, int | None]]) -> None:
        self._by_path: dict[str, set[Requirement]] = {}
        groups: dict[str, set[str]] = {}
        for path, kind, group in rows:
            if kind == BaseViewRestriction.GROUPS:
                groups.setdefault(path, set())
                if group is not None:
                    groups[path].add(f"g{group}")
            elif kind == BaseViewRestriction.LOGIN:
                self._by_path.setdefault(path, set()).add(frozenset({"login"}))
            else:
                # A shared password is switched off in the settings; one left from before closes the page.
                self._by_path.setdefault(path, set()).add(frozenset())
        for path, tokens in groups.items():
            self._by_path.setdefault(path, set()).add(frozenset(tokens))

    @classmethod
    def of_pages(cls) -> Rules:
        return remembered("pages", lambda: cls(_rows(PageViewRestriction, "page__path")))

    @classmethod
    def of_collections(cls) -> Rules:
        return remembered("collections", lambda: cls(_rows(CollectionViewRestriction, "collection__path")))

    def requirements(self, path: str) -> frozenset[Requirement]:
        """Everything that must be satisfied to see what lies at this tree path."""
        found: set[Requirement] = set()
        for restricted, requirements in self._by_path.items():
            if path.startswith(restricted):
                found |= requirements
        return frozenset(found)

    def audience(self, path: str) -> str:
        """The audience key of what lies at this tree path."""
        return key_of(self.requirements(path))

    def audiences(self, who: Holder) -> frozenset[str]:
        """Every audience key in use that this person satisfies; always contains `public`."""
        keys = {PUBLIC}
        for path in self._by_path:
            requirements = self.requirements(path)
            if who.satisfies(requirements):
                keys.add(key_of(requirements))
        return frozenset(keys)

    def closed_paths(self, who: Holder) -> list[str]:
        """Tree paths below which this person sees nothing."""
        return [path for path in self._by_path if not who.satisfies(self.requirements(path))]


def _rows(model: type[BaseViewRestriction], path: str) -> list[tuple[str, str, int | None]]:
    return list(model._default_manager.values_list(path, "restriction_type", "groups"))


def key_of(requirements: frozenset[Requirement]) -> str:
    """The canonical text of a set of requirements."""
    if not requirements:
        return PUBLIC
    return "&".join(sorted("|".join(sorted(requirement)) or "nobody" for requirement in requirements))


def audience_of_page(page: Page) -> str:
    return Rules.of_pages().audience(page.path)


def audience_of_collection(collection: Collection) -> str:
    return Rules.of_collections().audience(collection.path)


def audiences_for(user: Any) -> frozenset[str]:
    """The audience keys of pages that `user` may see."""
    return Rules.of_pages().audiences(holder(user))


def may_see_page(user: Any, page: Page) -> bool:
    return holder(user).satisfies(Rules.of_pages().requirements(page.path))


def may_see_collection(user: Any, collection: Collection) -> bool:
    return holder(user).satisfies(Rules.of_collections().requirements(collection.path))
