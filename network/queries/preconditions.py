"""The matrix of preconditions: needs by beneficiary."""

from __future__ import annotations

from dataclasses import dataclass

from network.models import Precondition, PreconditionReport, PreconditionState
from portal.vocabulary.classification import alphabetical
from portal.vocabulary.words import BeneficiaryWord, beneficiary_words


@dataclass(frozen=True, slots=True)
class Cell:
    """One beneficiary's report on one need; `report` is None where there is none."""

    beneficiary: BeneficiaryWord
    report: PreconditionReport | None

    @property
    def state(self) -> str:
        return self.report.state if self.report else PreconditionState.NOT_REPORTED

    @property
    def is_reported(self) -> bool:
        return self.state != PreconditionState.NOT_REPORTED

    @property
    def state_label(self) -> str:
        return str(PreconditionState(self.state).label)


@dataclass(frozen=True, slots=True)
class Row:
    precondition: Precondition
    cells: list[Cell]


def beneficiaries_in_order() -> list[BeneficiaryWord]:
    """All six in the alphabetical order of the reader: nothing ranks them."""
    return alphabetical(beneficiary_words().values(), "name")


def matrix() -> list[Row]:
    """All needs in their order, each with a cell for every beneficiary (three queries)."""
    reports = {
        (report.precondition_id, report.beneficiary_id): report
        for report in PreconditionReport.objects.current().select_related("owner")
    }
    words = beneficiaries_in_order()
    return [
        Row(precondition, [Cell(word, reports.get((precondition.pk, word.pk))) for word in words])
        for precondition in Precondition.objects.all()
    ]


def history(precondition: Precondition, beneficiary_pk: int) -> list[PreconditionReport]:
    """All that was reported, the latest first (one query)."""
    reports = PreconditionReport.objects.filter(precondition=precondition, beneficiary=beneficiary_pk)
    return list(reports.select_related("owner"))
