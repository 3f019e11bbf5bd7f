"""Sample people of `sample_people.json`: roles, such as a probation officer of Skopje, at addresses of example.org.

They have no password, so nobody signs in as one of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from django.contrib.auth.models import Group
from django.utils import timezone

from portal.accounts.models import User
from portal.accounts.roles import NETWORK_MEMBERS
from portal.core.starter.batch import BatchLoader
from portal.core.starter.files import json_document, json_entries
from portal.core.starter.records import BrokenRow
from portal.core.starter.report import Report
from portal.members.models import Level, Member, Profile
from portal.vocabulary.models import Beneficiary, Concept, Institution, Term

Entry = Mapping[str, Any]

_KIND = "sample person"
_DOMAIN = "@example.org"

#: Parts of the profile that everybody sees.
_SHOWN = ("name_for", "workplace_for", "position_for", "expertise_for", "languages_for")


def load_sample_people(path: Path, report: Report) -> None:
    """A person's key is the first part of their address."""
    entries = json_entries(json_document(path, _KIND, report), "people", _KIND, report)
    samples = Member.objects.filter(is_sample=True).select_related("user", "beneficiary", "institution", "agency")
    with BatchLoader(
        kind=_KIND,
        existing={
            member.user.email.removesuffix(_DOMAIN): member
            for member in samples.prefetch_related("topics__facet", "concepts")
        },
        current=_as_it_is,
        write=partial(_write, _Words()),
        report=report,
    ) as people:
        for number, entry in enumerate(entries, 1):
            people.load_made(entry.get("key") or f"number {number}", partial(_of_entry, entry))


def _of_entry(entry: Entry) -> dict[str, Any]:
    return {
        "email": f"{entry['key']}{_DOMAIN}",
        "name": entry["name"],
        "language": entry["language"],
        "beneficiary": entry["beneficiary"],
        "institution_type": entry["institution_type"],
        "agency": entry["agency"],
        "position": entry["position"],
        "topics": list(entry["topics"]),
        "concepts": list(entry["concepts"]),
        "languages": list(entry["languages"]),
    }


def _as_it_is(member: Member) -> dict[str, Any]:
    return {
        "email": member.user.email,
        "name": member.user.get_full_name(),
        "language": member.user.language,
        "beneficiary": member.beneficiary.code if member.beneficiary else "",
        "institution_type": member.institution.type if member.institution else "",
        "agency": member.agency.code if member.agency else "",
        "position": member.position,
        "topics": [f"{term.facet.code}/{term.code}" for term in member.topics.all()],
        "concepts": [concept.identifier for concept in member.concepts.all()],
        "languages": member.languages.split(),
    }


class _Words:
    """Vocabulary by the codes of the file, read when the first person is written."""

    @cached_property
    def beneficiaries(self) -> dict[str, Beneficiary]:
        return {found.code: found for found in Beneficiary.objects.all()}

    @cached_property
    def terms(self) -> dict[str, Term]:
        return {f"{found.facet.code}/{found.code}": found for found in Term.objects.select_related("facet")}

    @cached_property
    def concepts(self) -> dict[str, Concept]:
        return {found.identifier: found for found in Concept.objects.all()}

    @cached_property
    def institutions(self) -> dict[tuple[int, str], Institution]:
        """The first of each type."""
        found: dict[tuple[int, str], Institution] = {}
        for institution in Institution.objects.order_by("pk"):
            found.setdefault((institution.beneficiary_id, institution.type), institution)
        return found


def _known(words: Mapping[Any, Any], key: Any, kind: str) -> Any:
    """Raises BrokenRow for what the vocabulary has not got."""
    if key not in words:
        raise BrokenRow(f"{kind} “{key}” was not loaded")
    return words[key]


def _write(words: _Words, member: Member | None, values: Entry) -> Member:
    beneficiary = _known(words.beneficiaries, values["beneficiary"], "beneficiary")
    kind = values["institution_type"]
    if member is None:
        user = User.objects.filter(email=values["email"]).first()
        member = Member(user=user or User(email=values["email"]), is_sample=True)
    user = member.user
    user.first_name, user.language = values["name"], values["language"]
    user.set_unusable_password()
    user.save()
    user.groups.add(Group.objects.get(name=NETWORK_MEMBERS))
    member.user = user
    member.beneficiary = beneficiary
    member.institution = _known(words.institutions, (beneficiary.pk, kind), "institution") if kind else None
    member.agency = _known(words.terms, f"agency/{values['agency']}", "kind of agency")
    member.position = values["position"]
    member.languages = " ".join(values["languages"])
    member.save()
    member.topics.set([_known(words.terms, key, "term") for key in values["topics"]])
    member.concepts.set([_known(words.concepts, key, "concept") for key in values["concepts"]])
    _list(member)
    member.refresh_from_db()
    return member


def _list(member: Member) -> None:
    """Shows a new sample person to everybody: that is what they are for. Later choices are left alone."""
    if Profile.objects.filter(member=member).exists():
        return
    shown = dict.fromkeys(_SHOWN, Level.PUBLIC)
    Profile.objects.create(member=member, listed_since=timezone.now(), language="en", **shown)
