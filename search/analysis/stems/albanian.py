"""Albanian: case, definiteness and plural of nouns and adjectives, persons, tenses and participles of verbs.

All of it folded: ë is e, gj is g. `bases` is for words of which the dictionary has the base form, `stem` for the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from search.analysis.stems.endings import Endings

_ENDINGS = Endings(
    # Nouns: plural and singular, with the definite article in all cases.
    ("eve esh", "- e"),
    ("ave ash", "e - a"),
    ("ive ish", "- i"),
    ("ve sh", "-"),
    ("erit erve erinj", "- e er"),
    ("et", "- e"),
    ("at", "e - a"),
    ("it in", "- e i"),
    ("ut un", "- u"),
    ("en es", "e -"),
    ("ise ine ite", "i"),
    ("ese ene ete", "e"),
    ("ja", "je - e"),
    ("je", "- e"),
    ("a", "e - je"),
    ("i u e", "-"),
    ("an as", "a"),
    ("er", "-"),
    # Verbs in -oj and their reflexives; participles, which are nouns, too.
    (
        "on oni ojme ojne oja oje onte onim onit onin ova ove oi uam uat uan ofte ofsha ofshin "
        "uar uara uarit uari uarin uarve uares uaren uarat uaret ohet ohen ohem ohesh ohemi oheni ohej oheshin ohesha "
        "uaka uakan uakesh uar oj",
        "oj ohem",
    ),
    # Other verbs: present, imperfect, aorist, participle.
    ("ni in te nin et en em esh emi eni ej eshin", "- em"),
    ("i en em et a e", "-"),
    ("ur ura uri urit urin urve ures uren urat", "- ur"),
)

_FLEETING = re.compile(r"(?<=[bcdfghjklmnpqrstvxz])([rl])$")


def bases(word: str) -> Iterator[str]:
    """Base forms that the word may belong to, likeliest first."""
    for rest, instead in _ENDINGS.taken_away(word):
        for end in instead:
            yield rest + end
        if rest.endswith("q"):
            # rreziqet, miqve: k becomes q before the plural.
            yield rest[:-1] + "k"
        elif _FLEETING.search(rest):
            # qendra, librit: qendër, libër.
            yield f"{rest[:-1]}e{rest[-1]}"


def same_lemma(word: str) -> Iterator[str]:
    """Base forms that count as one with this one: participle and reflexive with their verb, what is spelled alike."""
    if word.endswith("uar"):
        yield f"{word[:-3]}oj"
    elif word.endswith("ohem"):
        yield f"{word[:-4]}oj"
    elif word.endswith("ur") and len(word) > 5:
        yield word[:-2]
    elif word.endswith("es") or _PLACE_OF.search(word) or _PLURAL_IN_E.search(word):
        yield word[:-1]


#: prokurori: the prosecutor, and the prosecution.
_PLACE_OF = re.compile(r"(?<=..)(?:or|ar|er)i$")
_PLURAL_IN_E = re.compile(r"(?<=...)(?:et|at|im|ion|ent|um|or|ar|er)e$")


_VERBAL = re.compile(
    r"(?<=..[a-z])(?:oheshin|ohesha|ohemi|oheni|ohesh|ohem|ohen|ohet|ohej|uakesh|uakan|uaka|"
    r"uar(?:a|it|in|i|ve|es|en|at|et|e)?|uam|uat|uan|ojme|ojne|oja|oje|oj|"
    r"(?<!i)on(?:te|im|it|in|i)?|ofte|ofsha|ofshin|ov[ae]|oi)$"
)
_NOMINAL = re.compile(
    r"(?:avet|evet|vet|ave|eve|ve|at|et|it|in|un|ut|en|(?<!u)es|ja|je|esh|ash|ish|(?<=[a-z]{4}[ie])(?:se|ne|te))$"
)
#: Endings after suffixes that themselves look like endings: drejtësi, iniciativë.
_AFTER_SUFFIX = re.compile(
    r"(?:(?<=...[a-z]si)(?:a|ne|se|te|ve|sh)|(?<=..[a-z][tk]iv)(?:e|a|en|es|at|ave|i|it|in|et|eve))$"
)
_IN_R = re.compile(r"(?<=[bcdfghjklmnpqrstvxz])e([rl])$")
#: Where cutting ends: gjyqësor, komunitet, mësues, drejtësi.
_SUFFIXES = re.compile(r"(?:itet|ues|rres|enes|(?<!rr)(?<!en)esi|ion|tar|tor|ist|izem|ment|ik|[tk]iv)$")
_VOWELS = frozenset("aeiouy")


def stem(word: str) -> str:
    """Endings are cut until none is left, so that a bare form which looks like one with an ending loses it, too."""
    word = _AFTER_SUFFIX.sub("", word)
    while not _SUFFIXES.search(word):
        shorter = _shorter(word)
        if shorter == word:
            break
        word = shorter
    word = _IN_R.sub(r"\1", word)
    return f"{word[:-1]}k" if word.endswith("q") else word


def _shorter(word: str) -> str:
    for pattern in (_VERBAL, _NOMINAL):
        found = pattern.search(word)
        if found and _is_stem(word[: found.start()]):
            return word[: found.start()]
    if word[-1] in _VOWELS or word[-1] == "j":
        return word[:-1] if _is_stem(word[:-1]) else word
    return word


def _is_stem(word: str) -> bool:
    return len(word) >= 3 and not _VOWELS.isdisjoint(word)
