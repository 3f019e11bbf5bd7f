"""Which fields of trainings are translated."""

from modeltranslation.translator import register

from portal.core.content_language.options import ContentPageTranslation
from trainings.models import CoursePage, TrainingIndexPage, TrainingPage


@register(TrainingIndexPage)
class TrainingIndexPageTranslation(ContentPageTranslation):
    fields = ()


@register(CoursePage)
class CoursePageTranslation(ContentPageTranslation):
    fields = ("objectives", "for_whom", "competences", "materials", "certificate_rule")


@register(TrainingPage)
class TrainingPageTranslation(ContentPageTranslation):
    fields = ("place", "programme")
