"""A feed in Atom (RFC 4287), with the language of each of its texts.

Django's generator, and what it leaves out: the language of an entry, the same feed in other renderings, a time for an
empty feed, and characters that XML cannot hold.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid5

from django.conf import settings
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from portal.core.markup.xml_text import xml_text

ATOM_TYPE = "application/atom+xml"

#: The time of an empty list that was never published. Atom wants one of every feed.
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class OtherRendering:
    """The same feed in another rendering. `lang` is a BCP 47 tag, `url` absolute."""

    lang: str
    url: str


def feed_id(key: UUID, rendering: str) -> str:
    """An identifier that stays whatever happens to address and host: of a list or page, as read in one rendering."""
    return uuid5(key, rendering).urn


class AtomFeed(Atom1Feed):
    """One list in one rendering. All addresses are absolute, all times have a time zone."""

    def __init__(
        self,
        *,
        identifier: str,
        title: str,
        summary: str,
        lang: str,
        page_url: str,
        feed_url: str,
        updated: datetime | None,
        others: Iterable[OtherRendering] = (),
    ) -> None:
        """`lang` is the language of title and summary; `updated` says when the list itself was last published."""
        super().__init__(
            title=xml_text(title),
            link=page_url,
            description=None,
            language=lang,
            subtitle=xml_text(summary) or None,
            author_name=settings.WAGTAIL_SITE_NAME,
            feed_url=feed_url,
            feed_guid=identifier,
        )
        self.lang = lang
        self._updated = updated
        self._others = list(others)

    def add_entry(
        self,
        *,
        identifier: str,
        title: str,
        summary: str,
        lang: str,
        url: str,
        published: datetime | None,
        updated: datetime,
    ) -> None:
        """`summary` is plain text, both texts are in the language `lang`."""
        self.add_item(
            title=xml_text(title),
            link=url,
            description=escape(xml_text(summary)),
            pubdate=published,
            updateddate=updated,
            unique_id=identifier,
            lang=lang,
        )

    def latest_post_date(self) -> datetime:
        """When the list or one of its entries was last changed, and never "now": what did not change is not new."""
        known = [item["updateddate"] for item in self.items]
        return max([*known, self._updated] if self._updated else known, default=_NEVER)

    def add_root_elements(self, handler: Any) -> None:
        super().add_root_elements(handler)
        for other in self._others:
            link = {"rel": "alternate", "type": ATOM_TYPE, "hreflang": other.lang, "href": other.url}
            handler.addQuickElement("link", "", link)

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        return {"xml:lang": item["lang"]}
