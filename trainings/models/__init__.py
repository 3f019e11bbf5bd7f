"""One file an aggregate."""

from trainings.models.competence import Competence, CompetenceArea
from trainings.models.course import CoursePage, TrainingIndexPage
from trainings.models.enrolment import Attendance, Enrolment, EnrolmentChange
from trainings.models.letter import Letter, LetterKind, TrainerMessage
from trainings.models.parts import TrainingQuota, TrainingSession
from trainings.models.seats import SeatPool
from trainings.models.training import Admission, TrainingPage

__all__ = [
    "Admission",
    "Attendance",
    "Competence",
    "CompetenceArea",
    "CoursePage",
    "Enrolment",
    "EnrolmentChange",
    "Letter",
    "LetterKind",
    "SeatPool",
    "TrainerMessage",
    "TrainingIndexPage",
    "TrainingPage",
    "TrainingQuota",
    "TrainingSession",
]
