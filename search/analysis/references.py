"""Legal references: one canonical word for each, however it is written.

    Rec(2006)2, CM/Rec (2006) 2, Rec. No. 2006/2              rec20062
    R (98) 7, Rec No. R (98) 7, Rec(98)7                      rec19987
    UNSCR 1244, S/RES/1244 (1999), rezoluta 1244              unscr1244
    A/RES/70/175, Resolution 70/175                           ares70175
    CETS No. 196, ETS 196                                     ets196
    CPT/Inf(2015)44, CPT/Inf (2015) 44                        cptinf201544
    2008/909/JHA, (EU) 2016/680                               2008909, 2016680
    A/70/674, 2019/C 422/06                                   left to their parts

They are looked for among folded words, so the script does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

#: So many words before a number can belong to the reference that it ends.
LONGEST_REFERENCE = 10


class _Placed(Protocol):
    @property
    def folded(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


#: Words between the kind and the number: "No.", "br.", "nr.".
_NUMBER_SIGNS = frozenset({"no", "nr", "num", "br", "number", "broj", "numer", "numri", "numrin"})

#: "Recommendation" in front of R or Rec belongs to the reference, but is not needed.
_RECOMMENDATION = re.compile(r"rec|rek|recommendations?|preporuk\w*|rekomandim\w*|препорак\w*|preporak\w*")

#: "Resolution" in the six languages and all cases.
_RESOLUTION = re.compile(r"res|resolutions?|rezoluc\w*|rezolut\w*")

#: Words between "resolution" and its number: whose resolution it is.
_WHOSE = re.compile(
    r"un|unsc|us|ub|oun|on|ok|okb|okbse|ks|kb|sb|vb|vs|sc|gs|"
    r"of|the|by|i|e|te|se|na|security|council|saveta?|savet\w*|savjet\w*|sovet\w*|vijec\w*|"
    r"bezbednost\w*|bezbjednost\w*|sigurnost\w*|keshill\w*|sigurimi\w*|united|nations|ujedinjen\w*|nacij\w*|"
    r"obedinet\w*|kombev\w*|bashkuara"
)


def reference_ending(text: str, before: Sequence[_Placed]) -> tuple[str, int] | None:
    """The canonical word of the reference that ends with the last of these words, and which word it begins with."""
    number = before[-1].folded.lstrip("0")
    if not 0 < len(number) <= 4:
        return None
    last = len(before) - 1
    before_last = before[last - 1].folded if last else ""
    between = text[before[last - 1].end : before[last].start] if last else ""
    if len(between) > 3:
        return None
    if before_last.isdigit():
        return _after_a_number(text, before, number, between)
    if (
        text[before[last].end : before[last].end + 1] == "/"
        and text[before[last].end + 1 : before[last].end + 2].isdigit()
    ):
        return None
    return _after_a_word(before, number)


def _after_a_number(text: str, before: Sequence[_Placed], number: str, between: str) -> tuple[str, int] | None:
    """Year and number, or session and number."""
    last = len(before) - 1
    first_number = before[last - 1].folded
    place = _before(before, last - 2, _NUMBER_SIGNS)
    kind = before[place].folded if place >= 0 else ""
    in_brackets = ")" in between
    year = _year(first_number)
    if year:
        if kind in {"rec", "rek"}:
            return _begun(before, place, f"rec{year}{number}")
        if kind == "r" and (in_brackets or "/" in between):
            return _begun(before, place, f"rec{year}{number}")
        if kind == "inf" and place and before[place - 1].folded == "cpt":
            return f"cptinf{year}{number}", place - 1
        if in_brackets and _RECOMMENDATION.fullmatch(kind):
            return f"rec{year}{number}", place
    if between != "/":
        return None
    if kind == "res" and place and before[place - 1].folded == "a":
        return f"ares{first_number}{number}", place - 1
    whose = _resolution(before, last - 2)
    if whose is not None and len(first_number) < 4:
        return f"ares{first_number}{number}", whose
    if len(first_number) == 4 and year and text[before[last - 1].start - 1 : before[last - 1].start] != "/":
        return f"{year}{number}", last - 1
    return None


def _after_a_word(before: Sequence[_Placed], number: str) -> tuple[str, int] | None:
    last = len(before) - 1
    place = _before(before, last - 1, _NUMBER_SIGNS)
    if place < 0:
        return None
    kind = before[place].folded
    if kind in {"ets", "cets", "stce", "ste"}:
        return f"ets{number}", place
    if kind in {"unscr", "unsc"}:
        return f"unscr{number}", place
    if kind == "scr" and place and before[place - 1].folded == "un":
        return f"unscr{number}", place - 1
    if kind == "res" and place and before[place - 1].folded == "s":
        return f"unscr{number}", place - 1
    resolution = _resolution(before, place)
    if resolution is not None and len(number) >= 3:
        return f"unscr{number}", resolution
    return None


def _resolution(before: Sequence[_Placed], place: int) -> int | None:
    """Where "resolution" stands, when nothing but whose it is stands between it and `place`."""
    while place >= 0:
        word = before[place].folded
        if _RESOLUTION.fullmatch(word):
            return place
        if word not in _NUMBER_SIGNS and not _WHOSE.fullmatch(word):
            return None
        place -= 1
    return None


def _before(before: Sequence[_Placed], place: int, skipped: frozenset[str]) -> int:
    while place >= 0 and before[place].folded in skipped:
        place -= 1
    return place


def _begun(before: Sequence[_Placed], place: int, canonical: str) -> tuple[str, int]:
    """With what usually stands before Rec and R: CM, Recommendation, No."""
    place = _before(before, place - 1, _NUMBER_SIGNS) + 1 if before[place].folded == "r" else place
    if place and (before[place - 1].folded in {"cm", "km"} or _RECOMMENDATION.fullmatch(before[place - 1].folded)):
        return canonical, place - 1
    return canonical, place


def _year(number: str) -> str:
    """A year in four digits; "" if it is none."""
    if len(number) == 2:
        return f"19{number}" if number >= "50" else f"20{number}"
    return number if len(number) == 4 and number[:2] in {"19", "20"} else ""
