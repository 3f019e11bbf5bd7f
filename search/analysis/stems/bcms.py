"""Bosnian, Montenegrin and Serbian: case, number and gender of nouns and adjectives, the common forms of verbs.

Words arrive folded and in one spelling: e for ije and je, -ov- for -ir- and -is- (search.analysis.spellings).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from search.analysis.stems.endings import Endings

_ENDINGS = Endings(
    # Nouns.
    ("ovima evima ovi ova ove evi eva eve", "-"),
    ("cima ci", "k ka"),
    ("zima zi", "g ga"),
    ("sima si", "h ha"),
    ("ocem oca oci ocu oce ocima", "lac"),
    ("njem njima nju nja", "nje"),
    ("scu", "st"),
    ("ima", "- o e i"),
    ("ama", "a"),
    ("om em", "- a o e"),
    ("a", "- o e"),
    ("u", "- a o e"),
    ("e", "a -"),
    ("i", "- a"),
    ("o", "-"),
    # Adjectives; the dictionary has them with -an or -i.
    ("oga ega og eg ome omu emu om em im ih ima oj a e o u i", "- i"),
    # Verbs.
    ("ujem ujes uje ujemo ujete uju ujuci", "ovati ivati"),
    ("am as a amo ate aju ao ala alo ali ale an ana ano ani ane anu anih anim avsi ajuci ah asmo ase", "ati"),
    ("im is i imo ite e io ila ilo ili ile ivsi eci ih ismo ise", "iti eti"),
    ("en ena eno eni ene enu enih enim jen jena jeni", "iti eti"),
    ("anje anja anju anjem anjima", "ati"),
    ("enje enja enju enjem enjima", "iti eti"),
    ("nem ne nemo nete nu nuo nula nulo nuli nule nut nuta nuti", "nuti"),
)  # fmt: skip

_IRA = re.compile(r"(?<=[a-z]{3})ira(?:m|s|mo|te|ju)?$")
_FLEETING = re.compile(r"(?<=[bcdfghjklmnpqrstvz])([bcdfghjklmnpqrstvz])$")


def bases(word: str) -> Iterator[str]:
    """Base forms that the word may belong to, likeliest first."""
    if "ira" in word and (present := _IRA.search(word)):
        yield f"{word[: present.start()]}ovati"
    for rest, instead in _ENDINGS.taken_away(word):
        for end in instead:
            yield rest + end
        if _FLEETING.search(rest):
            # uslovnog, borca, projekta: uslovan, borac, projekat.
            yield f"{rest[:-1]}a{rest[-1]}"
    if len(word) > 4 and word[-2] == "a":
        # Genitive plural with a fleeting a: žrtava, presuda.
        yield f"{word[:-2]}{word[-1]}a"
        yield f"{word[:-2]}{word[-1]}o"


_VERBS_OF_GERUNDS = (("ovanje", "ovati"), ("ivanje", "ivati"), ("anje", "ati"), ("enje", "iti"), ("enje", "eti"))
_INFINITIVES = ("ovati", "iti", "ati")


def same_lemma(word: str) -> Iterator[str]:
    """Base forms that count as one with this one: adverb and adjective, gerund and verb, verb and the noun in it.

    The forms of such pairs are spelled alike (kazni: of the punishment, he punishes), and they mean one thing.
    """
    if word.endswith(("no", "ni")) and not word.endswith("eni"):
        yield f"{word[:-2]}an"
        if word.endswith("no"):
            yield f"{word[:-2]}ni"
    elif word.endswith("nje"):
        for gerund, verb in _VERBS_OF_GERUNDS:
            if word.endswith(gerund):
                yield word[: -len(gerund)] + verb
    elif word.endswith("ti"):
        for infinitive in _INFINITIVES:
            if word.endswith(infinitive) and len(word) - len(infinitive) >= _LONG_ROOT:
                root = word[: -len(infinitive)]
                yield root
                yield f"{root}a"
    elif word.endswith(("en", "eni")) and len(word) > _LONG_ROOT:
        root = word.removesuffix("i")[:-2]
        yield f"{root}iti"
        yield f"{root}eti"
    elif word.endswith("an") and len(word) > _LONG_ROOT + 1:
        yield f"{word[:-1]}ti"
    elif word.endswith("a") and len(word) > _LONG_ROOT:
        yield word[:-1]
    elif word.endswith("at") and len(word) > _LONG_ROOT:
        # objekat, objekt
        yield f"{word[:-2]}t"


#: Shorter roots have too many meanings: voda and voditi, sud and suditi.
_LONG_ROOT = 5
_SUPERLATIVE = re.compile(r"^naj(?=.{4,}ij(?:i|a|e|u|eg|em|im|ih|oj|om|ima|ega|emu)$)")
_CASE = re.compile(
    r"(?:ovima|evima|(?<=[a-z]{3})[oe]v[iae]|"
    r"ama|ima|oga|ega|omu|emu|ome|om|em|og|eg|oj|im|ih|[aeiou])$"
)
#: Persons, tenses and participles with the vowel before them, which the infinitive has too: raditi, radila, rademo.
_VERBAL = re.compile(
    r"(?:(?:[aieu]|nu)(?:ti|cemo|cete|ces|l[aoei]|o|smo|vsi|mo|te|jmo|jte|ju|juci)|(?<!z)[ae][ms]|is|[aeu]h|(?:[au]|nu)se|"
    r"an(?:a|o|e|i|u|ih|im|og|oj|om|ima|oga|ome|omu)|uju?|uci|eci)$"
)
_IRA_OF_LONG = re.compile(r"(?<=[a-z]{5})ira(?=(?:m|s|mo|te|ju)?$)")
#: What stands between root and ending: of verbs that last (-ov-, -uj-, -iv-), of participles, of verbal nouns.
_THEME = re.compile(r"(?<=[a-z]{3})(?:ovanj|ivanj|jenj|anj|enj|nj|ov|ev|uj|ij|av|iv|al|il|aj|nu)$")
_SOFTENED = (("ic", "ik"), ("loz", "log"), ("goz", "gog"), ("sc", "sk"))
_VOWELLESS = re.compile(r"(?<=[bcdfghjklmnpqrstvz])a([bcdfghjklmnpqrstvz])$")
_SHORTEST = 3


def stem(word: str) -> str:
    """Endings are cut until none is left, so that bare forms which look like one with an ending lose it, too.

    Nouns that end as verbs do (kanal, advokati) are cut as well: of a word that no dictionary has, nobody knows what it
    is.
    """
    if word.startswith("naj"):
        word = _SUPERLATIVE.sub("", word)
    if word.endswith("oscu"):
        word = word[:-2] + "t"
    word = _IRA_OF_LONG.sub("ova", word)
    while shorter := _shorter(word):
        word = shorter
    if len(word) > 4:
        for softened, hard in _SOFTENED:
            if word.endswith(softened) and len(word) > 5:
                word = word[: -len(softened)] + hard
        word = _VOWELLESS.sub(r"\1", word)
        if word.endswith("lc"):
            # branilac, branioca
            word = word[:-2] + "oc"
    return word


def _shorter(word: str) -> str:
    """The word without its last ending; "" if it has none, or would be nothing without it."""
    for pattern in (_VERBAL, _CASE, _THEME):
        found = pattern.search(word)
        if found and found.start() >= _SHORTEST:
            return word[: found.start()]
    return ""
