"""Names and contacts of persons: softer signs, of which an editor is told and which stop nothing.

Each pattern is narrow: a warning that is mostly wrong is not read for long. Names alone are not looked for; a title or
the word for a prisoner before a name is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext_lazy as _

from portal.core.persons.numbers import Match

_CAPITAL: Final = r"[A-ZÀ-ÖØ-ÞĆČĐŠŽЀ-Я]"
_NAME: Final = rf"{_CAPITAL}\w+"

#: Who is addressed so is named, unless an office follows.
_TITLE: Final = (
    r"(?:Mr|Mrs|Ms|Miss)\.?"  # English
    r"|[Zz](?:nj)?\.|[Zz]oti[nt]?|[Zz]onj(?:a|ën|ës)"  # Albanian
    # Bosnian, Montenegrin, Serbian. Behind a number "g." is a year.
    r"|(?<!\d )(?<!\d\. )[Gg]\.|[Gg]-din\w{0,2}\.?|[Gg](?:-?đ)(?:a|e|i|u|om)"
    r"|[Gg]ospod(?:in|ina|inu|inom)|[Gg]ospođ(?:a|e|i|u|om)"
    # The same, and Macedonian.
    r"|(?<!\d )(?<!\d\. )[Гг]\.|[Гг]-дин\w{0,2}\.?|[Гг]-?[ђѓ](?:а|е|и|у|ом)"
    r"|[Гг]осподин(?:а|у|ом|от)?|[Гг]оспо[ђѓ](?:а|е|и|у|ом|ата)"
)
_OFFICE: Final = r"(?:President|Chair|Minister|Speaker|Secretary|Ambassador|Ministri|Kryetar|Presidenti)"

#: Of somebody in prison even initials tell too much. Lower case: a heading is no person.
_PRISONER: Final = (
    r"inmate|prisoner|detainee|offender"
    r"|i dënuari|të dënuarin|të dënuarit|i burgosuri|të burgosurin|të burgosurit"
    r"|osuđen(?:i|og|oga|om|ik|ika|iku|ikom|ica|ice|ici|icu)|zatvoreni(?:k|ka|ku|kom|ca|ce|ci|cu)|pritvoreni(?:k|ka|ku|kom)"
    r"|осуђен(?:и|ог|ога|ом|ик|ика|ику|иком|ица|ице|ици|ицу)|затворени(?:к|ка|ку|ком|кот|ца|це|ци|цу)"
    r"|осудени(?:к|кот|чка|чката)|притворени(?:к|ка|кот)"
)
_STATE: Final = r"(?:Republi|Crn|Bosn|Sjever|Sever|Републи|Црн|Босн|Север)"

#: Words in addresses of offices, not of people.
_OF_AN_OFFICE: Final = re.compile(
    r"(?:^|[._-])(?:academy|access|admin|assistance|burg|burgu|centre|center|contact|data|desk|help|human|info|kabinet|"
    r"kontakt|legal|media|ministry|office|pisarnica|press|prison|privacy|probation|project|protection|public|registry|"
    r"rights|secretariat|service|services|sluzba|support|team|training|unit|uprava|zatvor|zyra)(?:[._-]|$)",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(r"(?<![\w.+-])([A-Za-z]+(?:[._-][A-Za-z]+)+)\d{0,4}@[\w-]+(?:\.[\w-]+)+")

_NAMED: Final = re.compile(rf"(?<![\w.])(?:{_TITLE}) (?!{_OFFICE}){_NAME}(?:[ -]{_NAME})?")
_NAMED_PRISONER: Final = re.compile(rf"(?<!\w)(?:{_PRISONER}) (?!{_STATE}){_CAPITAL}(?:\w+|\.) ?{_CAPITAL}(?:\w+|\.)")
#: Mobile numbers are people's: 6x in Albania, Bosnia and Herzegovina, Montenegro and Serbia, 4x in Kosovo, 7x in North
#: Macedonia. Source: the national numbering plans that ITU publishes (ITU-T E.164).
_MOBILE: Final = re.compile(
    r"(?<![\w+])(?:\+|00)(?:(?:355|387|382|381)[ /-]?\(?0?\)?6|383[ /-]?4|389[ /-]?7)(?:[ /.-]?\d){6,8}(?!\w)"
)


def person_hints(text: str) -> Iterator[Match]:
    """What may be a person's name, e-mail address or mobile number, in the order of the text."""
    found = [Match(_("name of a person"), *match.span()) for match in _NAMED.finditer(text)]
    found += [Match(_("name of a prisoner"), *match.span()) for match in _NAMED_PRISONER.finditer(text)]
    found += [Match(_("mobile telephone number"), *match.span()) for match in _MOBILE.finditer(text)]
    found += [
        Match(_("e-mail address of a person"), *match.span())
        for match in _ADDRESS.finditer(text)
        if not _OF_AN_OFFICE.search(match[1])
    ]
    yield from sorted(found, key=lambda match: match.start)
