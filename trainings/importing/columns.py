"""The columns that a list of people may have, and how they are known by their names in any language and script."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import Final

from django.utils.translation import gettext_lazy as _

from portal.core.languages.folding import fold


class Column(StrEnum):
    """What somebody may say of a person. FULL_NAME is there in place of the two others."""

    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    FULL_NAME = "full_name"
    EMAIL = "email"
    BENEFICIARY = "beneficiary"
    INSTITUTION = "institution"
    POSITION = "position"
    LANGUAGES = "languages"


LABELS: Final = {
    Column.FIRST_NAME: _("First name"),
    Column.LAST_NAME: _("Surname"),
    Column.FULL_NAME: _("Name and surname in one"),
    Column.EMAIL: _("E-mail address"),
    Column.BENEFICIARY: _("Beneficiary"),
    Column.INSTITUTION: _("Institution"),
    Column.POSITION: _("Position"),
    Column.LANGUAGES: _("Languages"),
}

#: As they are named in files: words of all six languages, folded when compared, so that one script is enough, and
#: marks do not matter. Albanian ones with and without articles.
_NAMES: Final[Mapping[Column, str]] = {
    Column.FIRST_NAME: "first name, given name, forename, name, ime, emri, emer",
    Column.LAST_NAME: "last name, surname, family name, prezime, mbiemri, mbiemer",
    Column.FULL_NAME: (
        "full name, name and surname, name surname, first and last name, first name and last name, surname and name, "
        "participant, participant name, name of participant, ime i prezime, prezime i ime, ime prezime, prezime ime, "
        "име и презиме, презиме и име, име презиме, učesnik, učesnica, polaznik, polaznica, учесник, "
        "emri dhe mbiemri, emër mbiemër, emri mbiemri, emër dhe mbiemër, emri e mbiemri, emri i plotë, pjesëmarrësi, "
        "pjesëmarrës"
    ),
    Column.EMAIL: (
        "e-mail, email, mail, e-mail address, email address, official e-mail, e-pošta, epošta, e-mail adresa, "
        "email adresa, adresa e-pošte, elektronska pošta, elektronska adresa, mejl, imejl, mejl adresa, imejl adresa, "
        "е-пошта, епошта, електронска пошта, мејл, имејл, е-маил, емаил, меил, адреса на е-пошта, е-адреса, "
        "posta elektronike, postë elektronike, adresa elektronike, adresa e-mail, adresa e e-mailit, e-posta, emaili, "
        "adresa e postës elektronike"
    ),
    Column.BENEFICIARY: (
        "beneficiary, beneficiaries, country, jurisdiction, economy, korisnik, korisnica, država, zemlja, "
        "земја, përfituesi, përfitues, shteti, vendi, vend, shtet"
    ),
    Column.INSTITUTION: (
        "institution, organisation, organization, employer, agency, institucija, ustanova, organizacija, "
        "zavod, služba, poslodavac, institucioni, institucion, organizata, "
        "organizatë, enti, punëdhënësi"
    ),
    Column.POSITION: (
        "position, job title, function, job, role, post, pozicija, radno mjesto, radno mesto, funkcija, zvanje, "
        "dužnost, позиција, работно место, функција, звање, pozicioni, pozita, pozitë, detyra, funksioni, "
        "vendi i punës, titulli i punës, posti, titulli"
    ),
    Column.LANGUAGES: (
        "languages, language, languages spoken, working language, jezik, jezici, radni jezik, јазик, "
        "јазици, gjuha, gjuhët, gjuhë, gjuha e punës"
    ),
}

#: "Name / Ime / Emri", "E-mail (official)".
_PARTS: Final = re.compile(r"[/|(),:;\n]")


def column_named(header: str) -> Column | None:
    """The column that this is the name of; None for one that is not known."""
    known = _by_name()
    whole = known.get(fold(header))
    return whole or next((found for part in _PARTS.split(header) if (found := known.get(fold(part)))), None)


def recognised(header: Sequence[str]) -> dict[Column, int]:
    """Where the known columns stand. Of two with the same meaning the first counts."""
    found: dict[Column, int] = {}
    for place, name in enumerate(header):
        column = column_named(name)
        if column is not None:
            found.setdefault(column, place)
    # "Name" is all of it, unless there is a surname beside it.
    if Column.FIRST_NAME in found and Column.LAST_NAME not in found and Column.FULL_NAME not in found:
        found[Column.FULL_NAME] = found.pop(Column.FIRST_NAME)
    return found


def is_enough(columns: Iterable[Column]) -> bool:
    """Whether people can be told apart by these columns: an address and a name."""
    there = set(columns)
    return Column.EMAIL in there and (Column.FULL_NAME in there or {Column.FIRST_NAME, Column.LAST_NAME} <= there)


def names_a_column(text: str) -> bool:
    return column_named(text) is not None


@cache
def _by_name() -> dict[str, Column]:
    return {fold(name): column for column, names in _NAMES.items() for name in names.split(",")}
