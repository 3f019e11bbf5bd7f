"""The words of the field, as editors keep them."""

from portal.vocabulary.models.beneficiary import Beneficiary
from portal.vocabulary.models.classified import ClassifiedPage
from portal.vocabulary.models.concept import Concept
from portal.vocabulary.models.concept_import import ConceptImport
from portal.vocabulary.models.institution import Institution
from portal.vocabulary.models.taxonomy import Facet, Term

__all__ = ["Beneficiary", "ClassifiedPage", "Concept", "ConceptImport", "Facet", "Institution", "Term"]
