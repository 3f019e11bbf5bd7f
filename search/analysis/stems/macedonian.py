"""Macedonian: article, plural and gender of nouns and adjectives, persons and tenses of verbs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from search.analysis.stems.endings import Endings

_ENDINGS = Endings(
    # Nouns and adjectives, with the article -ot -ta -to -te, the near one in -v-, the far one in -n-.
    ("iot iov ion ot ov on", "-"),
    ("ovite evite ovive ovine ovi evi", "-"),
    ("cite cive cine ci", "k ec ok ek ka"),
    ("zite zive zine zi", "g ga"),
    ("site sive sine si", "h ha"),
    ("iite iive iine ii", "ija ie ij"),
    ("aite aive aine ai aevite aevi", "aj"),
    ("oite oive oine oi", "oj"),
    ("anite anive anine ani", "anin"),
    ("ajcite ajcive ajcine ajci", "aec"),
    ("ijata ijava ijana", "ija ie"),
    ("ija", "ie ij"),
    ("ite ive ine", "- a i e o"),
    ("ata ava ana", "a - o e"),
    ("oto ovo ono", "o - "),
    ("eto evo eno", "e o -"),
    ("ieto ievo ieno", "ie"),
    ("ta", "-"),
    ("injata inja", "e o -"),
    ("njata nja", "nje"),
    ("i", "- a e o"),
    ("a", "- o e"),
    ("o", "-"),
    ("e", "- a"),
    ("kiot kata koto kite ka ko", "ki"),
    # Verbs; the dictionary has the third person.
    ("am as ame ate aat av ase al ala alo ale an ana ano ani ajki", "a"),
    ("anje anjeto anja anjata", "anje a"),
    ("am is ime ite at il ila ilo ile ev ese ea evme evte el ela elo ele en ena eno eni ejki eni", "i e"),
    ("em es eme ete", "e"),
    ("enje enjeto enja enjata", "enje i e"),
    ("nat nata nato nati nal nala nalo nale nav", "ne"),
)

_FLEETING = re.compile(r"(?<=[bcdfghjklmnpqrstvxz])([nclrkz])$")


def bases(word: str) -> Iterator[str]:
    """Base forms that the word may belong to, likeliest first."""
    for rest, instead in _ENDINGS.taken_away(word):
        for end in instead:
            yield rest + end
        if _FLEETING.search(rest):
            # uslovniot, borci, centrite: usloven, borec, centar; pocetoci: pocetok.
            yield f"{rest[:-1]}e{rest[-1]}"
            yield f"{rest[:-1]}a{rest[-1]}"
            yield f"{rest[:-1]}o{rest[-1]}"


#: Participles by their form, adjectives of their own by what they say: responsible is not answered.
_OF_THEIR_OWN = frozenset({"odgovoren"})


def same_lemma(word: str) -> Iterator[str]:
    """Base forms that count as one with this one: adverb and adjective, verbal noun, participle and verb, aspects."""
    if word in _OF_THEIR_OWN:
        return
    if word.endswith("no"):
        yield f"{word[:-2]}en"
    elif word.endswith(("iran", "uvan")):
        yield word[:-1]
    elif word.endswith("sko"):
        yield f"{word[:-1]}i"
    elif word.endswith("uvanje"):
        yield word[:-3]
        yield f"{word[:-6]}i"
        yield word[:-6]
    elif word.endswith("anje"):
        yield word[:-3]
    elif word.endswith("enje"):
        yield f"{word[:-4]}i"
    elif word.endswith("uva") and len(word) > 5:
        yield f"{word[:-3]}i"
        yield f"{word[:-3]}e"
        if len(word) > 7:
            yield word[:-3]
            yield f"{word[:-3]}a"
    elif word.endswith(("en", "et")) and len(word) > 5:
        yield f"{word[:-2]}i"
        yield f"{word[:-2]}e"
    elif word.endswith("i") and len(word) > 4:
        yield f"{word[:-1]}a"
        yield word[:-1]
    elif word.endswith("a") and len(word) > 6:
        yield word[:-1]


#: slučai: the plural of slučaj.
_IN_J = re.compile(r"(?<=[a-z]{2}[ao])i(?:te)?$")
_ARTICLE = re.compile(r"(?:iot|ot|(?<=[ae])ta|(?<=ija)[vn]a|(?<=i)[vn]e|(?<=st)a|(?<=[oe])to|(?<=[iae])te)$")
_VERBAL = re.compile(
    r"(?:(?:uv|(?<=ir))a(?:m|s|me|te|at|v|se|l[aeio]?|n[aoei]?|nj[ea]|jki)?|(?:uv)?[ae]nj[ea]|[ae]jki|aat|(?<=[ai])me|ese|ase|[ai]l[aeo])$"
)
_PLURAL = re.compile(r"(?:inja|(?<=[a-z]{3})[oe]vi?|ii|[aeiou]|(?<=i)j)$")
_SOFTENED = {"ic": "ik", "oc": "ok", "oz": "og", "iz": "ig"}
_VOWELLESS = re.compile(r"(?<=[bcdfghjklmnpqrstvxz])[ae]([bcdfghjklmnpqrstvxz])$")
_VOWELS = frozenset("aeiou")
_SHORTEST = 4


def stem(word: str) -> str:
    """Article, then endings of verbs, then of plural and gender, then one spelling of what changes before them."""
    if word.startswith("naj") and len(word) > 7:
        word = word[3:]
    word = _IN_J.sub("j", word)
    for pattern, shortest in ((_ARTICLE, _SHORTEST), (_VERBAL, _SHORTEST - 1)):
        found = pattern.search(word)
        if found and found.start() >= shortest:
            word = word[: found.start()]
    while (found := _PLURAL.search(word)) and found.start() >= _SHORTEST - 1:
        word = word[: found.start()]
    if len(word) > 4:
        word = word[:-2] + _SOFTENED.get(word[-2:], word[-2:])
        word = _VOWELLESS.sub(r"\1", word)
    return word
