"""The parameters of the API: those of the library's address, and in which language to answer.

They are described here and read by `search.queries.parameters.parse`, as on the page. The page leaves out what makes no
sense; a program is told so instead, because nobody sees that its filter has no effect.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.http import QueryDict
from django.utils.translation import gettext

from portal.core.languages.catalogue import LANGUAGES
from search.api.language import LANG
from search.api.schemas import WrongParameter
from search.documents.facets import FacetName
from search.engines.base import Sort
from search.queries.choices import Choices
from search.queries.parameters import ALSO, MAX_PAGE, MAX_TEXT, OFF

Description = Mapping[str, Any]


def _parameter(name: str, description: str, **schema: Any) -> Description:
    return {
        "in": "query",
        "name": name,
        "description": description,
        "required": False,
        "schema": {"type": "string", **schema},
    }


_WORDS: Final = _parameter("q", "Words, in any of the languages and scripts", maxLength=MAX_TEXT)
_LANG: Final = _parameter(
    LANG,
    "Language of the answer; results in it, or near to it, come first",
    enum=[language.code for language in LANGUAGES],
    default="en",
)

SEARCH_PARAMETERS: Final = [
    _WORDS,
    *(
        _parameter(
            name.value,
            f"Filter by {name.value}; repeated, any of the values will do. Values are in `facets` of an answer",
            type="array",
            items={"type": "string"},
        )
        for name in FacetName
    ),
    _parameter("sort", "Order; by relevance if there are words, else newest first", enum=[one.value for one in Sort]),
    _parameter("page", "Page of the list; beyond the last one, the last", type="integer", minimum=1, maximum=MAX_PAGE),
    _parameter(ALSO, f"`{OFF}`: search for nothing but the words themselves", enum=[OFF]),
    _LANG,
]

SUGGESTION_PARAMETERS: Final = [_WORDS, _LANG]


def wrong_parameters(
    given: QueryDict, described: Sequence[Description], choices: Choices | None = None
) -> list[WrongParameter]:
    """Those whose value is not as described. `choices` are the values that filters know.

    Empty ones are not asked for, and names that are not described are nobody's business.
    """
    return [
        WrongParameter(parameter=one["name"], detail=detail)
        for one in described
        if (detail := _what_is_wrong(one, given, choices))
    ]


def _what_is_wrong(described: Description, given: QueryDict, choices: Choices | None) -> str:
    """ "" when nothing is."""
    name, schema = described["name"], described["schema"]
    if schema["type"] == "array":
        name = FacetName(name)
        known = choices is None or all(choices.known(name, [value]) for value in given.getlist(name) if value)
        return "" if known else gettext("There is no such value. Those there are stand in “facets” of an answer.")
    value = given.get(name, "")
    if not value:
        return ""
    if schema["type"] == "integer" and not _is_number(value, schema["minimum"], schema["maximum"]):
        return gettext("It has to be a whole number from %(first)d to %(last)d.") % {
            "first": schema["minimum"],
            "last": schema["maximum"],
        }
    if len(value) > schema.get("maxLength", len(value)):
        return gettext("It may be %(count)d characters long at most.") % {"count": schema["maxLength"]}
    if value not in schema.get("enum", [value]):
        return gettext("It has to be one of these: %(values)s.") % {"values": ", ".join(schema["enum"])}
    return ""


def _is_number(value: str, first: int, last: int) -> bool:
    return value.isascii() and value.isdigit() and len(value) <= len(str(last)) and first <= int(value) <= last
