"""Serbian between its two scripts.

Cyrillic to Latin is letter by letter and always right; only the capitals of the three letters that Latin writes with
two need their surroundings. Latin to Cyrillic is a guess where n+j, l+j or d+ž meet, so it is made only where somebody
asks for it, with the exceptions of `exceptions.json`.
"""

import json
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

from portal.core.markup.addresses import ADDRESS, ADDRESS_HINT

_ALPHABET = (
    "а=a б=b в=v г=g д=d ђ=đ е=e ж=ž з=z и=i ј=j к=k л=l љ=lj м=m н=n њ=nj о=o п=p р=r с=s т=t ћ=ć у=u ф=f х=h ц=c"
    " ч=č џ=dž ш=š"
)
_PAIRS: dict[str, str] = dict(pair.split("=") for pair in _ALPHABET.split())
#: Macedonian letters turn up in names; ѓ and ќ keep their stroke so that they do not become other Serbian sounds.
_MACEDONIAN = {"ѓ": "ǵ", "ќ": "ḱ", "ѕ": "dz", "ѐ": "è", "ѝ": "ì"}

_TO_LATIN: dict[int, str] = {}
for _cyrillic, _latin in {**_PAIRS, **_MACEDONIAN}.items():
    _TO_LATIN[ord(_cyrillic)] = _latin
    _TO_LATIN[ord(_cyrillic.upper())] = _latin[0].upper() + _latin[1:]

CYRILLIC = re.compile("[\u0400-\u04ff]")

_UPPER = "A-ZÀ-ÖØ-ÞĆČĐŠŽЀ-Я"
_LOWER = "a-zà-öø-þćčđšžа-џ"
#: Stands between two texts when the second goes on in the same word (a tag within a word was there).
WORD_GOES_ON = "\x1f"
# What may stand between two letters of one word: combining accents and soft hyphens (also as written in HTML).
_UNSEEN = f"\u0300-\u036f\u00ad{WORD_GOES_ON}"
_BETWEEN = f"(?:[{_UNSEEN}]|&shy;)*"
_DIGRAPH_CAPITALS = "ЉЊЏЅ"
_ALL_CAPITALS = re.compile(
    rf"[{_DIGRAPH_CAPITALS}](?={_BETWEEN}[{_UPPER}])"
    rf"|(?:(?<=[{_UPPER}])|(?<=[{_UPPER}][{_UNSEEN}]))[{_DIGRAPH_CAPITALS}](?!{_BETWEEN}[{_LOWER}])"
)
_IN_CAPITALS = {"Љ": "LJ", "Њ": "NJ", "Џ": "DŽ", "Ѕ": "DZ"}


def to_latin(text: str) -> str:
    """Serbian text in Latin letters. What is not Cyrillic stays as it is, and so do URLs, e-mail and file names.

    Љ, Њ and Џ become two capitals inside a word of capitals (ЏУГАЊ: DŽUGANJ) and a capital with a small letter
    otherwise (Џуниор: Džunior, the initial Њ.: Nj.). Macedonian ѓ ќ ѕ become ǵ ḱ dz. Letters of other Cyrillic
    alphabets stay.
    """
    if not CYRILLIC.search(text):
        return text
    return _outside_addresses(text, _letters_to_latin)


def _letters_to_latin(text: str) -> str:
    if any(letter in text for letter in _DIGRAPH_CAPITALS):
        text = _ALL_CAPITALS.sub(lambda match: _IN_CAPITALS[match.group()], text)
    return text.translate(_TO_LATIN)


def _outside_addresses(text: str, convert: Callable[[str], str]) -> str:
    if not ADDRESS_HINT.search(text):
        return convert(text)
    parts: list[str] = []
    done = 0
    for match in ADDRESS.finditer(text):
        parts += [convert(text[done : match.start()]), match.group()]
        done = match.end()
    return "".join([*parts, convert(text[done:])])


_EXCEPTIONS = json.loads((Path(__file__).parent / "exceptions.json").read_text(encoding="utf-8"))
_KEPT_ACRONYMS = frozenset(_EXCEPTIONS["kept_acronyms"])
_NUMERALS_THAT_ARE_WORDS = frozenset(_EXCEPTIONS["numerals_that_are_words"])
_STEMS = {stem.replace("|", ""): stem.index("|") for stem in _EXCEPTIONS["separate_letters"]}
# Only where a word begins: hodžaluk has dž, odžaliti has d and ž.
_SEPARATE_LETTERS = re.compile(rf"(?:ne|naj|re|de|iz|pre)?({'|'.join(sorted(_STEMS, key=len, reverse=True))})")

_TO_CYRILLIC = {latin: cyrillic for cyrillic, latin in _PAIRS.items()}
_LATIN_LETTERS = re.compile("lj|nj|dž|[a-pr-vzčćđšž]")
# Unicode has the two letters in one, too; some fonts and keyboards make them.
_UNITED_LETTERS = str.maketrans(
    {"ǆ": "dž", "ǅ": "Dž", "Ǆ": "DŽ", "ǉ": "lj", "ǈ": "Lj", "Ǉ": "LJ", "ǌ": "nj", "ǋ": "Nj", "Ǌ": "NJ"}
)
_SERBIAN_LATIN_WORD = re.compile("[a-pr-vzčćđšž]+", re.IGNORECASE)
_WORD = re.compile("(?:[^\\W_]|[\u0300-\u036f\u00ad])+")
_ROMAN_NUMERAL = re.compile(r"(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_LONGEST_ACRONYM = 6


def to_cyrillic(text: str) -> str:
    """Serbian text in Cyrillic letters, as far as a rule can tell; a person should read the result.

    Left alone: words with letters that Serbian lacks (q, w, x, y, ö), words with digits, Roman numerals, acronyms
    (capitals in a line that is not all in capitals, or those of `exceptions.json`), URLs, e-mail and file names.
    """
    return _outside_addresses(text, lambda part: "".join(map(_line_to_cyrillic, part.splitlines(keepends=True))))


def _line_to_cyrillic(line: str) -> str:
    in_capitals = not any(letter.islower() for letter in line)
    parts: list[str] = []
    done = 0
    before = ""
    for match in _WORD.finditer(line):
        word = match.group()
        following = line[match.end() : match.end() + 1]
        parts.append(line[done : match.start()])
        parts.append(word if _stays_latin(word, before, following, in_capitals) else _word_to_cyrillic(word))
        done = match.end()
        before = word
    return "".join([*parts, line[done:]])


def _stays_latin(word: str, before: str, following: str, in_capitals: bool) -> bool:
    letters = _plain(word)
    if not _SERBIAN_LATIN_WORD.fullmatch(letters):
        return True
    if letters != letters.upper():
        return False
    if _ROMAN_NUMERAL.fullmatch(letters):
        return _is_numeral(letters, before, following, in_capitals)
    if letters in _KEPT_ACRONYMS:
        return True
    return 2 <= len(letters) <= _LONGEST_ACRONYM and not in_capitals


def _is_numeral(letters: str, before: str, following: str, in_capitals: bool) -> bool:
    if in_capitals and letters in _NUMERALS_THAT_ARE_WORDS:
        return False
    if letters == "I":
        # "i" means "and": a numeral only after a name or a noun with a capital (Aleksandar I, Deo I).
        return len(before) > 1 and before.istitle()
    # One letter with a full stop is somebody's initial; an ordinal numeral has none in Serbian.
    return len(letters) > 1 or following != "."


def _plain(word: str) -> str:
    return unicodedata.normalize("NFC", word.replace("\u00ad", "").translate(_UNITED_LETTERS))


def _word_to_cyrillic(word: str) -> str:
    word = unicodedata.normalize("NFC", word.translate(_UNITED_LETTERS))
    small = word.lower()
    exception = _SEPARATE_LETTERS.match(small)
    separate = exception.start(1) + _STEMS[exception[1]] if exception else None
    parts: list[str] = []
    index = 0
    while index < len(word):
        match = _LATIN_LETTERS.match(small, index)
        if match is None:
            parts.append(word[index])
            index += 1
            continue
        latin = match.group()
        # "nJ" is no letter of any spelling: it is n before a capital J.
        if len(latin) == 2 and (index + 1 == separate or (word[index].islower() and word[index + 1].isupper())):
            latin = latin[0]
        letter = _TO_CYRILLIC[latin]
        parts.append(letter.upper() if word[index].isupper() else letter)
        index += len(latin)
    return "".join(parts)
