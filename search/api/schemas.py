"""The shape of the answers. Everything that people read has passed the exit (search.api.exit)."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from ninja import Field, Schema

_Lang = Annotated[str, Field(description="Language and script of the text (BCP 47)")]
_StatusNote = Annotated[
    str | None, Field(description="Footnote to the words marked with an asterisk; to be shown with them")
]


class MarkedText(Schema):
    """A text in which the searched words are marked."""

    text: Annotated[str, Field(description="Plain text")]
    html: Annotated[str, Field(description="The same as safe HTML, the searched words in <mark>")]
    lang: _Lang


class Named(Schema):
    """A value with its name in the language of the answer."""

    code: str
    label: str


class Written(Schema):
    """A short text in a language of its own."""

    label: str
    lang: _Lang


class TextLanguage(Schema):
    """A language in which a resource can be read."""

    code: str
    label: Annotated[str, Field(description="Its own name for itself")]
    lang: _Lang


class FileFound(Schema):
    """The file that a resource was found by."""

    title: MarkedText
    url: str
    type: Annotated[str, Field(description="Kind of file, such as PDF")]
    place: Annotated[str | None, Field(description="Page, slide or sheet of the match")]
    passage: MarkedText | None


class Resource(Schema):
    """A resource that was found."""

    id: str
    type: Named
    title: MarkedText
    url: str
    summary: MarkedText | None
    passage: Annotated[MarkedText | None, Field(description="Set where the summary does not show why it was found")]
    file: Annotated[FileFound | None, Field(description="Set where the resource itself does not show it either")]
    beneficiaries: list[str]
    stages: list[str]
    evidence: str | None
    languages: list[TextLanguage]
    notes: list[Written]
    date: Annotated[date | None, Field(description="The day, where it is known")]
    year: Annotated[int | None, Field(description="The year, where the day is not known")]
    is_sample: bool
    is_restricted: Annotated[bool, Field(description="Not everybody may see it")]
    is_review_overdue: bool


class FacetValue(Schema):
    """A value to filter by. `count` says how many resources there are with it, given all other filters."""

    value: str
    label: str
    lang: _Lang
    count: Annotated[int | None, Field(description="Not known in a simple search")]
    is_chosen: bool


class Facet(Schema):
    """A filter; `name` is its parameter."""

    name: str
    label: str
    values: list[FacetValue]


class DidYouMean(Schema):
    """The text with near words in place of those that nothing has, and the search for it."""

    text: str
    url: str


class SearchAnswer(Schema):
    """A page of results, with what the library says of them."""

    lang: _Lang
    total: int
    page: int
    pages: int
    page_size: int
    sort: str
    previous: str | None
    next: str | None
    results: list[Resource]
    facets: list[Facet]
    also_searched: list[Written]
    did_you_mean: DidYouMean | None
    is_simple: Annotated[
        bool,
        Field(description="The full search is away: words were looked for in titles and summaries only"),
    ]
    status_note: _StatusNote


class Suggested(Schema):
    """A title or a term that somebody who is typing may be looking for."""

    label: str
    lang: _Lang
    url: str
    kind: str


class SuggestionsAnswer(Schema):
    """What begins with the words typed; nothing while the full search is away."""

    lang: _Lang
    suggestions: list[Suggested]
    status_note: _StatusNote


class WrongParameter(Schema):
    """A parameter that cannot be as it is."""

    parameter: str
    detail: str


class Problem(Schema):
    """Why there is no answer, in the language that was asked for (RFC 9457)."""

    title: str
    status: int
    detail: str
    errors: Annotated[list[WrongParameter], Field(description="Empty unless parameters are wrong")]
