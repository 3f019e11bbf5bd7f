"""In which content language the words of a file are indexed."""

from __future__ import annotations

from collections.abc import Sequence

from portal.core.languages.catalogue import CONTENT_CODES
from search.analysis.detection import group_likelihoods
from search.analysis.language_groups import GROUP_CODES, GROUP_OF
from search.documents.files import ResourceFile

#: So much of a text is enough to tell its language by.
_SAMPLE = 2_000

#: How much likelier the languages of the page are than others, before a word is read.
_OF_PAGE = 4.0


def language_of(file: ResourceFile, page_codes: Sequence[str]) -> str:
    """The language that an editor said; else the likeliest, of those of the page if it is one of them."""
    if file.language:
        return file.language
    groups = {GROUP_OF[code] for code in page_codes}
    prior = {group: _OF_PAGE if group in groups else 1.0 for group in GROUP_CODES}
    likelihoods = group_likelihoods(f"{file.title} {file.text[:_SAMPLE]}", prior)
    group = max(GROUP_CODES, key=lambda one: likelihoods.get(one, 0.0))
    return next(code for code in (*page_codes, *CONTENT_CODES) if GROUP_OF[code] == group)
