"""Resources about the same things, with why they are shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from portal.core.pages.listing import listed
from portal.vocabulary.classification import Classification, beneficiaries_of
from practices.reading.frame import resource_note
from search.queries.similar import Similar, similar_resources

#: Reasons named for one resource: more would be read by nobody.
_MOST = 2


def related_context(page: Any, classification: Classification, request: HttpRequest) -> dict[str, Any]:
    """The list "Related content" of layouts/article.html."""
    similar = similar_resources(page, classification, request.user)
    beneficiaries = beneficiaries_of(one.page for one in similar)
    return {
        "related": [
            listed(
                one.page,
                request,
                note=resource_note(one.page, beneficiaries.get(one.page.pk, ())),
                reason=" · ".join(list(_reasons(one, classification))[:_MOST]),
            )
            for one in similar
        ],
        "related_title": _("Related content"),
    }


def _reasons(similar: Similar, classification: Classification) -> Iterator[str]:
    """What it has in common with the page, what says most first."""
    said = (
        (_("Same topic: %(names)s"), "concepts", classification.concepts),
        (_("Same target group: %(names)s"), "target_groups", classification.target_groups),
        (_("Same stage: %(names)s"), "stages", classification.stages),
    )
    for text, kind, words in said:
        names = _names(words, similar.shared, kind)
        if names:
            yield text % {"names": names}
    if similar.by_text:
        yield _("Similar text")


def _names(words: Any, shared: Mapping[str, frozenset[int]], kind: str) -> str:
    """The words that both are classified by, in the order in which readers see them."""
    return ", ".join(word.label for word in words if word.pk in shared.get(kind, ()))
