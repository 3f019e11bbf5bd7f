"""Where a person works and what they know, on the way from a form or an application to a member."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from portal.members.models import Application, Member
from portal.vocabulary.models import Beneficiary, Concept, Institution, Term


@dataclass(frozen=True, slots=True)
class WorkDetails:
    """`languages` are codes. A beneficiary of None: an organisation of none. `gender` as in `Gender`, or ""."""

    beneficiary: Beneficiary | None
    institution: Institution | None = None
    institution_name: str = ""
    agency: Term | None = None
    position: str = ""
    gender: str = ""
    languages: Sequence[str] = ()
    topics: Sequence[Term] = ()
    concepts: Sequence[Concept] = ()

    @classmethod
    def filled_in(cls, values: Mapping[str, Any]) -> WorkDetails:
        """From the values of a form that has these fields and others."""
        return cls(**{field.name: values[field.name] for field in fields(cls)})

    @classmethod
    def of(cls, record: Member | Application) -> WorkDetails:
        return cls(
            beneficiary=record.beneficiary,
            institution=record.institution,
            institution_name=record.institution_name,
            agency=record.agency,
            position=record.position,
            gender=record.gender,
            languages=record.languages.split(),
            topics=list(record.topics.all()),
            concepts=list(record.concepts.all()),
        )

    def save_in(self, record: Member | Application) -> None:
        """Puts the details into a record and saves it."""
        record.beneficiary, record.institution = self.beneficiary, self.institution
        record.institution_name, record.agency, record.position = self.institution_name, self.agency, self.position
        record.gender = self.gender
        record.languages = " ".join(self.languages)
        record.save()
        record.topics.set(self.topics)
        record.concepts.set(self.concepts)
