"""A form of a course, and its questions."""

from __future__ import annotations

from typing import Any, ClassVar, Final

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal.core.languages.catalogue import CONTENT_CODES
from portal.vocabulary.models.reviewed import ReviewFlags
from trainings.models.course import CoursePage

#: Steps of a scale from the least to the most.
SCALE: Final = 5
#: How often a test may be taken until it is passed, unless editors say otherwise: a bad day is forgiven, and guessing
#: until it is right does not pay.
USUAL_ATTEMPTS: Final = 3
MOST_ATTEMPTS: Final = 10


class FormKind(models.TextChoices):
    """In the order in which participants get them."""

    PRE = "pre-test", _("Test before the training")
    POST = "post-test", _("Test after the training")
    REACTION = "reaction", _("What you think of the training")
    FOLLOW_UP = "follow-up", _("Follow-up after three months")


TESTS: Final = frozenset({FormKind.PRE, FormKind.POST})


class QuestionKind(models.TextChoices):
    SCALE = "scale", _("Scale from 1 to 5")
    ONE = "one", _("One of several options")
    SEVERAL = "several", _("Any of several options")
    TEXT = "text", _("Free text")


_CHOOSING: Final = frozenset({QuestionKind.ONE, QuestionKind.SEVERAL})


class EvaluationForm(ReviewFlags, models.Model):
    """What a course asks of everybody who takes part in one of its trainings.

    `title` and `introduction` are translated. `is_anonymous` None: as is usual for the kind. `pass_mark` is the part of
    the points, in percent, that is enough; None: nobody can fail. Course, kind and anonymity stay once somebody has
    answered: they were promised. `attempts`: how often a test that somebody can fail may be taken until it is passed.
    """

    course = models.ForeignKey(
        CoursePage, verbose_name=_("course"), related_name="evaluation_forms", on_delete=models.CASCADE
    )
    kind = models.CharField(_("form"), max_length=10, choices=FormKind.choices)
    title = models.CharField(_("title"), max_length=200)
    introduction = models.TextField(_("introduction"), blank=True)
    is_anonymous = models.BooleanField(
        _("anonymous"),
        null=True,
        blank=True,
        choices=[
            (None, _("As usual: reaction forms are anonymous, others are not")),
            (True, _("Anonymous")),
            (False, _("With the name")),
        ],
    )
    is_needed = models.BooleanField(_("needed for the certificate"), default=False)
    pass_mark = models.PositiveSmallIntegerField(
        _("pass mark in percent"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text=_("Of the test after the training. Empty: nobody can fail."),
    )
    attempts = models.PositiveSmallIntegerField(
        _("attempts"),
        default=USUAL_ATTEMPTS,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_ATTEMPTS)],
        help_text=_(
            "How often each person may take the test until it is passed. The best attempt counts. Without a pass mark "
            "it is taken once."
        ),
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("evaluation form")
        verbose_name_plural = _("evaluation forms")
        ordering: ClassVar[list[str]] = ["course_id", "pk"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["course", "kind"], name="one_form_of_a_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.course.title}: {self.title or self.get_kind_display()}"

    @property
    def anonymous(self) -> bool:
        """Whether nobody can tell who answered what."""
        return self.kind == FormKind.REACTION if self.is_anonymous is None else self.is_anonymous

    @property
    def is_test(self) -> bool:
        return self.kind in TESTS

    @property
    def has_answers(self) -> bool:
        return self.pk is not None and self.answered.exists()

    def clean(self) -> None:
        super().clean()
        if self.pass_mark is not None and self.kind != FormKind.POST:
            raise ValidationError({"pass_mark": gettext("Only the test after the training has a pass mark.")})
        if self.pass_mark is not None and self.anonymous:
            raise ValidationError({"is_anonymous": gettext("A test that somebody can fail needs the name.")})
        if self.has_answers:
            before = EvaluationForm.objects.get(pk=self.pk)
            if (before.course_id, before.kind, before.anonymous) != (self.course_id, self.kind, self.anonymous):
                raise ValidationError(gettext("People have answered this form: course, kind and anonymity stay."))


class EvaluationQuestion(ReviewFlags, models.Model):
    """A question. `text` and `options` are translated; options are one a line, of a scale the names of its five steps.

    Answers know a question by its key and an option by its number. So once somebody has answered, kind, number of
    options, right options and points stay; who wants to know something else ends the question (`is_asked`) and adds
    another. Its words may be corrected, and `reworded_on` tells that to whoever reads the results.
    """

    form = models.ForeignKey(
        EvaluationForm, verbose_name=_("evaluation form"), related_name="questions", on_delete=models.CASCADE
    )
    position = models.PositiveSmallIntegerField(_("position"), default=1)
    kind = models.CharField(_("kind of answer"), max_length=10, choices=QuestionKind.choices)
    text = models.CharField(_("question"), max_length=500)
    options = models.TextField(
        _("options"), blank=True, help_text=_("One a line, in the same order in all languages. Empty: a usual scale.")
    )
    is_required = models.BooleanField(_("has to be answered"), default=True)
    right = models.CharField(
        _("right options"),
        max_length=40,
        blank=True,
        help_text=_("In tests: the numbers of the options that are right, separated by spaces."),
    )
    points = models.PositiveSmallIntegerField(_("points"), default=1, validators=[MaxValueValidator(100)])
    is_asked = models.BooleanField(
        _("is asked"), default=True, help_text=_("Not ticked: nobody is asked any more; the answers stay.")
    )
    reworded_on = models.DateField(_("reworded on"), null=True, blank=True, editable=False)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("question of a form")
        verbose_name_plural = _("questions of forms")
        ordering: ClassVar[list[str]] = ["form_id", "position", "pk"]

    def __str__(self) -> str:
        return self.text

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.has_answers and _words(EvaluationQuestion.objects.get(pk=self.pk)) != _words(self):
            self.reworded_on = timezone.localdate()
        super().save(*args, **kwargs)

    @property
    def has_answers(self) -> bool:
        return self.pk is not None and self.form.sheets.filter(values__has_key=str(self.pk)).exists()

    @property
    def right_numbers(self) -> frozenset[int]:
        return frozenset(int(number) for number in self.right.split() if number.isdecimal())

    @property
    def counts(self) -> bool:
        """Whether there are points for it."""
        return self.form.is_test and bool(self.right_numbers) and self.points > 0

    def option_count(self) -> int:
        """How many options there are to choose from, by the English text, which is always there."""
        return SCALE if self.kind == QuestionKind.SCALE else len(lines(self.options_en))  # type: ignore[attr-defined]

    def clean(self) -> None:
        super().clean()
        errors: dict[str, str] = {}
        self._check_options(errors)
        numbers = self.right.split()
        wrong = [one for one in numbers if not one.isascii() or not one.isdecimal()]
        if wrong or not self.right_numbers <= set(range(1, self.option_count() + 1)):
            errors["right"] = gettext("Write numbers of options, such as “1 3”.")
        elif numbers and self.kind not in _CHOOSING:
            errors["right"] = gettext("Only options to choose from can be right.")
        elif self.kind == QuestionKind.ONE and len(self.right_numbers) > 1:
            errors["right"] = gettext("Of one option that is chosen only one can be right.")
        if not errors and self.has_answers:
            self._check_meaning(errors)
        if errors:
            raise ValidationError(errors)

    def _check_options(self, errors: dict[str, str]) -> None:
        """As many in each language that has any; at least two to choose from; five or none of a scale."""
        english = len(lines(self.options_en))  # type: ignore[attr-defined]
        if self.kind in _CHOOSING and english < 2:
            errors["options_en"] = gettext("Write at least two options, one a line.")
        elif self.kind == QuestionKind.SCALE and english not in {0, SCALE}:
            errors["options_en"] = gettext("Write the names of five steps, one a line, or nothing.")
        elif self.kind == QuestionKind.TEXT and english:
            errors["options_en"] = gettext("A free text has no options.")
        for code in CONTENT_CODES:
            if (there := len(lines(getattr(self, f"options_{code}")))) and there != english:
                errors.setdefault(f"options_{code}", gettext("Write as many options as in English."))

    def _check_meaning(self, errors: dict[str, str]) -> None:
        before = EvaluationQuestion.objects.get(pk=self.pk)
        stays = gettext("People have answered this question. Take it out (“is asked”) and add another one.")
        for name in ("form_id", "kind", "right_numbers", "points"):
            if getattr(before, name) != getattr(self, name):
                errors[name.removesuffix("_id").removesuffix("_numbers")] = stays
        if before.option_count() != self.option_count():
            errors["options_en"] = stays


def lines(text: str | None) -> list[str]:
    return [line.strip() for line in (text or "").splitlines() if line.strip()]


def _words(question: Any) -> list[Any]:
    """What people read, in all languages; a translation that is new is no other wording."""
    return [question.text_en, lines(question.options_en)]
