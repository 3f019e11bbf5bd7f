"""Which fields of the resources are translated."""

from modeltranslation.translator import TranslationOptions, register

from portal.core.content_language.options import ContentPageTranslation
from practices.models import CatalogueIndexPage, GoodPractice, Methodology, Standard, StandardPart


@register(GoodPractice)
class GoodPracticeTranslation(ContentPageTranslation):
    fields = (
        "context",
        "setting",
        "steps",
        "mechanism",
        "resources",
        "results",
        "lessons_learned",
        "transferability",
        "contact_role",
    )


@register(Standard)
class StandardTranslation(ContentPageTranslation):
    fields = ("issuing_body",)


@register(Methodology)
class MethodologyTranslation(ContentPageTranslation):
    fields = ("objectives", "sessions", "tools", "staff_training", "evaluation")


@register(CatalogueIndexPage)
class CatalogueIndexPageTranslation(ContentPageTranslation):
    fields = ()


@register(StandardPart)
class StandardPartTranslation(TranslationOptions):
    fields = ("heading", "gist")
