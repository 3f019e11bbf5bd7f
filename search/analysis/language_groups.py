"""Which content languages share one word stream in the index.

Bosnian, Montenegrin and Serbian are searched together (`hbs`): readers of one read the others, and after folding
most of their words are the same.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LanguageGroup:
    """`code` is part of the index's field names; `content_codes` are the languages whose texts it holds."""

    code: str
    content_codes: tuple[str, ...]


LANGUAGE_GROUPS: tuple[LanguageGroup, ...] = (
    LanguageGroup("en", ("en",)),
    LanguageGroup("sq", ("sq",)),
    LanguageGroup("hbs", ("bs", "cnr", "sr")),
    LanguageGroup("mk", ("mk",)),
)

GROUP_CODES: tuple[str, ...] = tuple(group.code for group in LANGUAGE_GROUPS)

#: Group code of each content language.
GROUP_OF: dict[str, str] = {code: group.code for group in LANGUAGE_GROUPS for code in group.content_codes}
