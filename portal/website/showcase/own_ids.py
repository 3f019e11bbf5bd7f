"""Several examples of one component on one page: each has ids of its own."""

from __future__ import annotations

import re

_NAMED = re.compile(r'\b(id|for|form|aria-labelledby|aria-describedby|aria-controls)="([^"]+)"')
_LINKED = re.compile(r'\bhref="#([^"]+)"')
_ID = re.compile(r'\bid="([^"]+)"')


def with_own_ids(html: str, suffix: str) -> str:
    """The markup with this added to each of its ids, and to what speaks of them; links to other places stay."""
    own = set(_ID.findall(html))

    def named(match: re.Match[str]) -> str:
        names = (name + suffix if name in own else name for name in match[2].split())
        return f'{match[1]}="{" ".join(names)}"'

    def linked(match: re.Match[str]) -> str:
        return f'href="#{match[1]}{suffix}"' if match[1] in own else match[0]

    return _LINKED.sub(linked, _NAMED.sub(named, html))
