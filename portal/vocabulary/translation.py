"""Which fields of the vocabulary are translated."""

from modeltranslation.translator import TranslationOptions, register

from portal.vocabulary.models import Beneficiary, Concept, Facet, Institution, Term


@register(Beneficiary)
class BeneficiaryTranslation(TranslationOptions):
    fields = ("name", "capital")


@register(Institution)
class InstitutionTranslation(TranslationOptions):
    fields = ("name",)


@register(Facet)
class FacetTranslation(TranslationOptions):
    fields = ("label",)


@register(Term)
class TermTranslation(TranslationOptions):
    fields = ("label", "description")


@register(Concept)
class ConceptTranslation(TranslationOptions):
    fields = ("label", "alternative_labels", "note")
