"""What is asked: the verb and its arguments, checked against what the protocol allows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict

from search.oai.errors import ProtocolError, bad_argument

IDENTIFIER = "identifier"
PREFIX = "metadataPrefix"
FROM, UNTIL, SET = "from", "until", "set"
TOKEN = "resumptionToken"  # noqa: S105 - a name of the protocol


@dataclass(frozen=True, slots=True)
class _Allowed:
    """`exclusive` stands alone: with it, nothing else is required or allowed."""

    required: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()
    exclusive: str = ""


_SELECTIVE = _Allowed(frozenset({PREFIX}), frozenset({FROM, UNTIL, SET}), TOKEN)

#: Section 4 of the protocol.
_VERBS: Mapping[str, _Allowed] = {
    "Identify": _Allowed(),
    "ListMetadataFormats": _Allowed(optional=frozenset({IDENTIFIER})),
    "ListSets": _Allowed(exclusive=TOKEN),
    "ListIdentifiers": _SELECTIVE,
    "ListRecords": _SELECTIVE,
    "GetRecord": _Allowed(frozenset({IDENTIFIER, PREFIX})),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that the protocol allows, as far as the names of its arguments go."""

    verb: str
    arguments: Mapping[str, str]

    @property
    def echoed(self) -> dict[str, str]:
        """What the answer repeats of it."""
        return {"verb": self.verb, **self.arguments}


def asked(data: QueryDict) -> Asked:
    """Raises ProtocolError: badVerb, badArgument."""
    verbs = data.getlist("verb")
    if len(verbs) != 1 or verbs[0] not in _VERBS:
        raise ProtocolError("badVerb", f"Ask for one of these verbs: {', '.join(_VERBS)}.")
    verb, allowed = verbs[0], _VERBS[verbs[0]]
    if any(len(data.getlist(name)) != 1 for name in data):
        raise bad_argument("An argument is repeated.")
    given = {name: str(data[name]) for name in data if name != "verb"}
    if allowed.exclusive and allowed.exclusive in given:
        if len(given) > 1:
            raise bad_argument(f"{allowed.exclusive} goes with no other argument.")
    elif missing := allowed.required - given.keys():
        raise bad_argument(f"{verb} needs {', '.join(sorted(missing))}.")
    elif given.keys() - allowed.required - allowed.optional:
        raise bad_argument(f"{verb} has no such argument.")
    return Asked(verb, given)
