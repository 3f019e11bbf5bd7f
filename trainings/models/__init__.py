"""One file an aggregate. What is asked before and after a training has its own folder."""

from trainings.evaluation.models import AnswerSheet, EvaluationForm, EvaluationQuestion, FormAnswered
from trainings.models.attendance import Attendance, AttendanceChange, AttendanceSource, ClosedAttendance
from trainings.models.certificate import (
    Certificate,
    CertificateChoice,
    CertificateCounter,
    CertificateRun,
    CertificateState,
)
from trainings.models.competence import Competence, CompetenceArea
from trainings.models.course import CoursePage, TrainingIndexPage
from trainings.models.ended_entry import EndedEntry
from trainings.models.enrolment import Enrolment, EnrolmentChange
from trainings.models.importing import ExpectedParticipant, ImportedRow, ParticipantImport, Result
from trainings.models.letter import Letter, LetterKind, TrainerMessage
from trainings.models.material import TrainingMaterial
from trainings.models.parts import TrainingQuota, TrainingSession
from trainings.models.seats import SeatPool
from trainings.models.training import Admission, TrainingPage

__all__ = [
    "Admission",
    "AnswerSheet",
    "Attendance",
    "AttendanceChange",
    "AttendanceSource",
    "Certificate",
    "CertificateChoice",
    "CertificateCounter",
    "CertificateRun",
    "CertificateState",
    "ClosedAttendance",
    "Competence",
    "CompetenceArea",
    "CoursePage",
    "EndedEntry",
    "Enrolment",
    "EnrolmentChange",
    "EvaluationForm",
    "EvaluationQuestion",
    "ExpectedParticipant",
    "FormAnswered",
    "ImportedRow",
    "Letter",
    "LetterKind",
    "ParticipantImport",
    "Result",
    "SeatPool",
    "TrainerMessage",
    "TrainingIndexPage",
    "TrainingMaterial",
    "TrainingPage",
    "TrainingQuota",
    "TrainingSession",
]
