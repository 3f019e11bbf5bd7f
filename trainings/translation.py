"""Which fields of trainings are translated."""

from modeltranslation.translator import TranslationOptions, register

from portal.core.content_language.options import ContentPageTranslation
from trainings.models import (
    Competence,
    CoursePage,
    EvaluationForm,
    EvaluationQuestion,
    TrainingIndexPage,
    TrainingMaterial,
    TrainingPage,
)


@register(TrainingIndexPage)
class TrainingIndexPageTranslation(ContentPageTranslation):
    fields = ()


@register(CoursePage)
class CoursePageTranslation(ContentPageTranslation):
    fields = ("objectives", "for_whom", "competences", "materials", "certificate_rule")


@register(Competence)
class CompetenceTranslation(TranslationOptions):
    fields = ("name", "description")


@register(TrainingPage)
class TrainingPageTranslation(ContentPageTranslation):
    fields = ("place", "programme")


@register(TrainingMaterial)
class TrainingMaterialTranslation(TranslationOptions):
    fields = ("title",)


@register(EvaluationForm)
class EvaluationFormTranslation(TranslationOptions):
    fields = ("title", "introduction")


@register(EvaluationQuestion)
class EvaluationQuestionTranslation(TranslationOptions):
    fields = ("text", "options")
