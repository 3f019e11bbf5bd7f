"""What is shown of a person: only the parts that are for the viewer. Lists, pages and previews read nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from network.directory.parameters import AVAILABLE
from portal.core.languages.catalogue import content_language, html_lang_for_reader
from portal.core.languages.reader import current_reader
from portal.core.pages.listing import lang_beside
from portal.members.models import Member
from portal.members.visibility import FIELDS, Viewer
from portal.vocabulary.classification import alphabetical
from portal.vocabulary.institution_names import name_in, shown_code
from portal.vocabulary.models import Institution
from portal.vocabulary.models.taxonomy import FacetCode
from portal.vocabulary.words import ConceptWord, TermWord, beneficiary_words, term_words

_IN_LISTS = 4


@dataclass(frozen=True, slots=True)
class Shown:
    """A person for one viewer. What is not for them is empty, as is what the person left empty.

    `text_lang` is the `lang` of position and bio, `institution_lang` that of the institution, "" where it is the
    reader's. `photo` and `photo_small` are addresses.
    """

    key: str
    url: str
    name: str
    is_sample: bool
    text_lang: str
    photo: str = ""
    photo_small: str = ""
    beneficiary: str = ""
    institution: str = ""
    institution_lang: str = ""
    institution_url: str = ""
    agency: str = ""
    position: str = ""
    areas: tuple[TermWord, ...] = ()
    other_topics: tuple[TermWord, ...] = ()
    concepts: tuple[ConceptWord, ...] = ()
    languages: tuple[dict[str, str], ...] = ()
    bio: str = ""
    available: tuple[str, ...] = ()
    write_url: str = ""

    @property
    def expertise(self) -> list[str]:
        """A few short words for lists: terms, or else stages and target groups. Names of priority areas are long."""
        return [word.label for word in self.concepts or self.other_topics][:_IN_LISTS]


#: What is read of somebody who is only named.
NAMED = frozenset({"name", "workplace"})


def shown(member: Member, viewer: Viewer, fields: Iterable[str] = FIELDS) -> Shown:
    """These parts of a listed member as a viewer sees them. Topics, concepts, institution are better read before."""
    profile = member.profile
    allowed = viewer.allowed(profile).intersection(fields)
    parts: dict[str, Any] = {}
    if "photo" in allowed and profile.photo:
        parts["photo"] = reverse("network:photo", args=[profile.key])
        parts["photo_small"] = reverse("network:small_photo", args=[profile.key])
    if "workplace" in allowed:
        parts |= _workplace(member)
    if "position" in allowed:
        parts["position"] = member.position
    if "expertise" in allowed:
        parts |= _expertise(member)
    if "languages" in allowed:
        parts["languages"] = tuple(_languages(member.languages.split()))
    if "bio" in allowed:
        parts["bio"] = profile.bio
    if "availability" in allowed:
        parts["available"] = tuple(str(label) for column, label in AVAILABLE.values() if getattr(profile, column))
    if "contact" in allowed and viewer.member != member.pk:
        parts["write_url"] = reverse("network:write", args=[profile.key])
    return Shown(
        key=profile.key,
        url=reverse("network:person", args=[profile.key]),
        name=member.name if "name" in allowed else "",
        is_sample=member.is_sample,
        text_lang=_text_lang(member),
        **parts,
    )


def listed(person: Shown) -> dict[str, Any]:
    """In the form of components/related_list.html, with where they work."""
    where = " · ".join(filter(None, [person.institution, person.beneficiary]))
    return {"title": person.name, "url": person.url, "note": where, "is_sample": person.is_sample}


def institution_name(institution: Institution) -> tuple[str, str]:
    """The name for the reader with its `lang`, "" where that is the reader's."""
    reader = current_reader().language
    code = shown_code(institution, reader)
    return name_in(institution, code), lang_beside(html_lang_for_reader(code, reader))


def _text_lang(member: Member) -> str:
    return lang_beside(html_lang_for_reader(member.profile.language, current_reader().language))


def _workplace(member: Member) -> dict[str, str]:
    institution = member.institution
    beneficiaries, terms = beneficiary_words(), term_words()
    name, lang = institution_name(institution) if institution else (member.institution_name, _text_lang(member))
    return {
        "beneficiary": beneficiaries[member.beneficiary_id].name if member.beneficiary_id else "",
        "institution": name,
        "institution_lang": lang if name else "",
        "institution_url": reverse("network:institution", args=[institution.pk]) if institution else "",
        "agency": terms[member.agency_id].label if member.agency_id else "",
    }


def _expertise(member: Member) -> dict[str, tuple[Any, ...]]:
    chosen = {term.pk for term in member.topics.all()}
    topics = [word for key, word in term_words().items() if key in chosen]
    concepts = [ConceptWord(one.pk, one.identifier, one.label) for one in member.concepts.all()]
    return {
        "areas": tuple(word for word in topics if word.facet == FacetCode.PRIORITY_AREA),
        "other_topics": tuple(word for word in topics if word.facet != FacetCode.PRIORITY_AREA),
        "concepts": tuple(alphabetical(concepts, "label")),
    }


def _languages(codes: Iterable[str]) -> list[dict[str, str]]:
    languages = [content_language(code) for code in codes]
    return [{"label": one.native_name, "lang": lang_beside(one.html_lang)} for one in languages]
