"""What the forms offer, in the reader's language and alphabetical order."""

from __future__ import annotations

from django.utils.translation import gettext as _

from portal.core.languages.catalogue import CONTENT_CODES, content_language
from portal.core.languages.folding import fold
from portal.members.models import Gender
from portal.vocabulary.classification import alphabetical
from portal.vocabulary.models import Beneficiary, Concept, Institution, Term
from portal.vocabulary.models.taxonomy import FacetCode
from portal.vocabulary.words import beneficiary_words, terms_of

Choices = list[tuple[str, str]]
Groups = list[tuple[str, Choices]]

#: The value of those who work for an organisation of no beneficiary.
NONE = "none"


def beneficiary_choices() -> Choices:
    words = alphabetical(beneficiary_words().values(), "name")
    return [("", "–"), *((word.code, word.name) for word in words), (NONE, _("None of these: another organisation"))]


def institution_choices() -> list[tuple[str, str | Choices]]:
    """All institutions, in a group for each beneficiary."""
    by_beneficiary: dict[int, list[Institution]] = {}
    for institution in Institution.objects.order_by():
        by_beneficiary.setdefault(institution.beneficiary_id, []).append(institution)
    return [
        ("", _("Not in the list")),
        *(
            (word.name, [(str(one.pk), one.name) for one in alphabetical(by_beneficiary[word.pk], "name")])
            for word in alphabetical(beneficiary_words().values(), "name")
            if word.pk in by_beneficiary
        ),
    ]


def agency_choices() -> Choices:
    return [("", "–"), *((word.code, word.label) for word in terms_of(FacetCode.AGENCY))]


def gender_choices() -> Choices:
    return [("", _("Not said")), *((one.value, str(one.label)) for one in Gender)]


def topic_choices() -> Groups:
    """Stages and target groups, as keys."""
    return [
        (str(label), [(str(word.pk), word.label) for word in terms_of(facet)])
        for facet, label in ((FacetCode.STAGE, _("Stages")), (FacetCode.TARGET_GROUP, _("Target groups")))
    ]


def language_choices() -> Choices:
    return [(code, content_language(code).native_name) for code in CONTENT_CODES]


def concept_labels() -> list[str]:
    """The preferred terms of all concepts in the reader's language."""
    return [concept.label for concept in alphabetical(Concept.objects.order_by(), "label")]


def concepts_by_word() -> dict[str, Concept]:
    """Concepts by each of their terms in each language, folded."""
    found: dict[str, Concept] = {}
    for concept in Concept.objects.order_by("pk"):
        for code in CONTENT_CODES:
            others = (getattr(concept, f"alternative_labels_{code}") or "").splitlines()
            for word in (getattr(concept, f"label_{code}"), *others):
                if word and (key := fold(word)):
                    found.setdefault(key, concept)
    return found


def beneficiary_of(code: str) -> Beneficiary | None:
    return Beneficiary.objects.filter(code=code).first()


def institution_called(name: str, beneficiary: Beneficiary) -> Institution | None:
    """The listed institution that is written like this in some language, in either script."""
    wanted = fold(name)
    for institution in Institution.objects.filter(beneficiary=beneficiary).order_by("pk"):
        names = (getattr(institution, f"name_{code}") for code in CONTENT_CODES)
        if any(name and fold(name) == wanted for name in names):
            return institution
    return None


def agency_of(code: str) -> Term | None:
    return Term.objects.filter(facet__code=FacetCode.AGENCY, code=code).first()
