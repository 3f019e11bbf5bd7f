"""Files as somebody would upload them."""

from __future__ import annotations

import io

from portal.vocabulary.exchange.comparison import compare
from portal.vocabulary.exchange.reader.__main__ import answer_to
from portal.vocabulary.exchange.reading import KINDS, read_concepts, understood
from portal.vocabulary.exchange.state import related_pairs
from portal.vocabulary.models import Concept

PREFIXES = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix x: <http://example.org/> .\n"


def found_in(data, name="x.ttl"):
    """What a file says; text is written as UTF-8. Without a process of its own, which would take long for many."""
    return understood(answer_to(as_bytes(data), KINDS[name.rpartition(".")[2]]))


def uploaded(data, name):
    """The same, as it is read when somebody uploads it."""
    data = as_bytes(data)
    return read_concepts(io.BytesIO(data), name, len(data))


def as_bytes(data):
    return data.encode() if isinstance(data, str) else data


def plan_of(data, name="x.ttl", *, may_add=True):
    """What it would change in the glossary as it is."""
    return compare(found_in(data, name), list(Concept.objects.order_by("identifier")), related_pairs(), may_add=may_add)


def changes_of(plan):
    """All changes, as tuples with the ticks."""
    return [
        (change.identifier, change.field, change.code, str(change.kind), change.ours, change.theirs, change.ticked)
        for one in plan.compared
        for change in one.changes
    ]


def remarks_of(plan):
    return [remark.key for one in plan.compared for remark in one.remarks]
