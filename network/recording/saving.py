"""Saving a record: each part by itself, nobody's text over another's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from network.models import AgendaItem, Attendance, GroupOutputPage, Meeting, Outcome, WorkingGroupPage
from network.recording import parts as making
from network.recording import stored as kept
from network.recording.parts import OutcomeRow, Part, Record
from network.recording.stored import Stored
from network.rules.meetings import rights_of, why_not_writable
from portal.core.content_language.readiness import Readiness
from portal.core.models import PortalDocument
from portal.members.models.spoken_languages import joined


class NotWritable(Exception):
    """The record cannot be written by this person, or not now; the message says why, in the reader's language."""


def start_meeting(*, group: WorkingGroupPage, user: Any, values: Mapping[str, Any]) -> Meeting:
    """Makes the record of a new meeting from its facts. Raises IntegrityError when its number is taken."""
    with transaction.atomic():
        meeting = Meeting(group=group, changed_by=user)
        _fill_facts(meeting, values)
        meeting.save()
    return meeting


def save_record(
    *, meeting: Meeting, user: Any, data: Any, files: Any, keep: str = "", take: str = ""
) -> tuple[Record, Stored]:
    """Saves every part that is complete and that nobody else changed meanwhile; returns the form as it is now.

    `keep` is "prefix:digest" of a part of which the person saw the other text and wants their own, `take` the prefix of
    one of which they want the other's. Whoever writes holds the row of the meeting, so two at once come one after the
    other. Raises NotWritable.
    """
    with transaction.atomic():
        locked = Meeting.objects.select_for_update(of=("self",)).select_related("group").get(pk=meeting.pk)
        if not rights_of(user, locked.group).record:
            raise NotWritable(_("You are not a member of this working group any more."))
        if reason := why_not_writable(locked):
            raise NotWritable(reason)
        stored = kept.read(locked)
        record = making.from_request(stored, data, files)
        changed = _save_facts(record.facts, stored, keep, take)
        changed |= _save_people(record.people, stored, keep, take)
        for part in record.items:
            changed |= _save_item(part, stored, keep, take)
        for part in record.outputs:
            changed |= _save_output(part, stored, user, keep, take)
        changed |= _save_document(record, stored, user)
        if changed:
            Meeting.objects.filter(pk=locked.pk).update(changed_at=timezone.now(), changed_by=user)
    record.items = [part for part in record.items if not part.is_gone]
    record.outputs = [part for part in record.outputs if not part.is_gone]
    return record, kept.read(Meeting.objects.select_related("group", "changed_by").get(pk=meeting.pk))


def _decide(part: Part, now: str, posted: str, keep: str, take: str) -> str:
    """What to do with a part of which `now` is stored and `posted` was sent: "save", "take", or "" for nothing.

    Marks the part as in conflict when both changed it.
    """
    part.stored = now
    if take == part.prefix and now:
        return "take"
    if posted == now:
        part.base = now
        return ""
    if part.base and posted == part.base:
        # Not touched here; somebody else has written it.
        return "take"
    if now == part.base or not now or keep == f"{part.prefix}:{now}":
        return "save"
    part.is_saved = False
    return "conflict"


def _save_facts(part: Part, stored: Stored, keep: str, take: str) -> bool:
    before = kept.facts(stored.meeting)
    now = kept.digest(before, kept.FACTS)
    if not part.is_valid():
        part.is_saved = take == part.prefix
        if part.is_saved:
            _show(part, making.facts_part(stored))
        return False
    values = part.form.cleaned_data
    step = _decide(part, now, kept.digest(values, kept.FACTS), keep, take)
    if step == "take":
        _show(part, making.facts_part(stored))
    elif step == "conflict":
        part.theirs = _told(part.form, before, kept.FACTS)
    elif step == "save":
        meeting = stored.meeting
        moved = any(
            before[name] != values[name] for name in ("start", "end", "start_time", "end_time", "place", "link")
        )
        if before["language"] != values["language"]:
            _move_language(stored, values["language"])
        _fill_facts(meeting, values)
        meeting.sequence += moved
        meeting.save()
        part.base = kept.digest(kept.facts(meeting), kept.FACTS)
        return True
    return False


def _fill_facts(meeting: Meeting, values: Mapping[str, Any]) -> None:
    for name in kept.FACTS:
        if name == "spoken":
            meeting.spoken = joined(values["spoken"])
        elif name != "title":
            setattr(meeting, name, values[name])
    setattr(meeting, f"title_{values['language']}", values["title"])


def _move_language(stored: Stored, language: str) -> None:
    """The record is in another language than it was said to be: all that was written moves to that language."""
    before = stored.meeting.language
    for item in stored.items:
        for name in ("title", "text"):
            setattr(item, f"{name}_{language}", getattr(item, f"{name}_{before}"))
            setattr(item, f"{name}_{before}", "")
        item.save()
        for outcome in item.outcomes.all():
            setattr(outcome, f"text_{language}", getattr(outcome, f"text_{before}"))
            setattr(outcome, f"text_{before}", "")
            outcome.save()
    setattr(stored.meeting, f"title_{before}", "")
    # What was translated into this language is the record itself now.
    stored.meeting.translations.filter(language=language).delete()


def _save_people(part: Part, stored: Stored, keep: str, take: str) -> bool:
    names = ("present", "excused", "guests")
    before = kept.people(stored)
    if not part.is_valid():
        part.is_saved = False
        return False
    values = part.form.cleaned_data
    step = _decide(part, kept.digest(before, names), kept.digest(values, names), keep, take)
    if step == "take":
        _show(part, making.people_part(stored))
    elif step == "conflict":
        part.theirs = _told(part.form, before, names)
    elif step == "save":
        wanted = {int(key): False for key in values["present"]} | {int(key): True for key in values["excused"]}
        stored.meeting.attendances.exclude(member__in=wanted).delete()
        Attendance.objects.bulk_create(
            [Attendance(meeting=stored.meeting, member_id=key, is_excused=away) for key, away in wanted.items()],
            update_conflicts=True,
            unique_fields=["meeting", "member"],
            update_fields=["is_excused"],
        )
        Meeting.objects.filter(pk=stored.meeting.pk).update(guests=values["guests"])
        stored.meeting.guests = values["guests"]
        part.base = kept.digest(values, names)
        return True
    return False


def _save_item(part: Part, stored: Stored, keep: str, take: str) -> bool:
    item = stored.by_key.get(part.key)
    language = stored.language
    now = kept.digest_of_item(item, language) if item is not None else ""
    if not part.is_valid():
        part.is_saved = False
        return False
    values = part.form.cleaned_data
    rows = [row for row in part.outcomes if not row.form.cleaned_data.get("remove") and not row.form.is_blank]
    if values.get("remove"):
        if item is None or now == part.base or keep == f"{part.prefix}:{now}":
            if item is not None:
                item.delete()
            part.is_gone = True
            return item is not None
        posted = "removed"
    elif not values["title"] and not values["text"] and not rows:
        if item is None:
            return False
        part.form.add_error("title", _("Write down what it was about, or take this item away."))
        part.is_saved = False
        return False
    else:
        if not values["title"]:
            part.form.add_error("title", _("Write down what it was about."))
            part.is_saved = False
            return False
        posted = kept.digest(values, kept.ITEM, [(row.key, row.form.cleaned_data) for row in rows])
    if item is None and part.base:
        # Somebody else took the item away. Who had not touched it lets it go; what was changed is stored anew.
        if posted == part.base:
            part.is_gone = True
            return False
        part.base = ""
    step = _decide(part, now, posted, keep, take)
    if step == "take" and item is not None:
        _show(part, making.item_part(stored, item, int(part.prefix[1:])))
    elif step == "conflict" and item is not None:
        part.theirs = _told(part.form, kept.item(item, language), kept.ITEM)
        for one in item.outcomes.all():
            part.theirs.append((one.get_kind_display(), getattr(one, f"text_{language}") or ""))
    elif step == "save":
        item = item or AgendaItem(meeting=stored.meeting, key=part.key)
        _fill_item(item, values, language)
        item.save()
        _save_outcomes(item, part, rows, language)
        part.outcomes = rows or part.outcomes[:1]
        part.base = kept.digest_of_item(AgendaItem.objects.prefetch_related("outcomes").get(pk=item.pk), language)
        return True
    return False


def _fill_item(item: AgendaItem, values: Mapping[str, Any], language: str) -> None:
    for name in ("position", "start_time", "end_time", "presenter_name"):
        setattr(item, name, values[name])
    item.presenter_id = int(values["presenter"]) if values["presenter"] else None
    for name in ("title", "text"):
        setattr(item, f"{name}_{language}", values[name])


def _save_outcomes(item: AgendaItem, part: Part, rows: list[OutcomeRow], language: str) -> None:
    """Those of the form, in its order; what the form did not have was removed in it, or by nobody."""
    existing = {one.key: one for one in item.outcomes.all()} if item.pk else {}
    for place, row in enumerate(rows, start=1):
        values = row.form.cleaned_data
        outcome = existing.pop(row.key, None) or Outcome(item=item, key=row.key)
        outcome.position = place
        outcome.kind, outcome.status, outcome.due = values["kind"], values["status"], values["due"]
        outcome.responsible_id = int(values["responsible"]) if values["responsible"] else None
        outcome.responsible_name = values["responsible_name"]
        setattr(outcome, f"text_{language}", values["text"])
        outcome.save()
    for outcome in existing.values():
        outcome.delete()


def _save_output(part: Part, stored: Stored, user: Any, keep: str, take: str) -> bool:
    page = next((one for one in stored.outputs if one.form_key == part.key), None)
    if page is not None:
        part.files = [block.value for block in page.attachments if block.value is not None]
    if not part.is_valid():
        part.is_saved = False
        return False
    form = part.form
    values = form.cleaned_data
    if page is not None and page.live:
        # Published meanwhile: it is changed on its own page.
        part.is_gone = True
        return False
    if values.get("remove"):
        part.is_gone = True
        if page is not None:
            page.delete()
        return page is not None
    if page is None and form.is_blank:  # type: ignore[attr-defined]
        return False
    file = values.pop("file", None)
    if not values["title"] and file is not None:
        values["title"] = _title_of(file.name)
    before = kept.output(page) if page is not None else {}
    now = kept.digest(before, kept.OUTPUT) if page is not None else ""
    step = _decide(part, now, kept.digest(values, kept.OUTPUT), keep, take)
    if step == "take" and page is not None:
        _show(part, making.output_part(page, int(part.prefix[3:])))
    elif step == "conflict":
        part.theirs = _told(form, before, kept.OUTPUT)
        return False
    elif step == "save" or (file is not None and page is not None):
        if file is not None and (problem := _no_place_for_files(stored)):
            form.add_error("file", problem)
            part.is_saved = False
            return False
        page = _write_output(page, part.key, values, stored, user)
    if file is not None and page is not None:
        document = _store_file(file, values["title"], stored, user)
        page.attachments.append(("file", document))
        page.save()
        page.save_revision(user=user)
    if page is not None:
        part.files = [block.value for block in page.attachments if block.value is not None]
        shown = making.output_part(page, int(part.prefix[3:]))
        part.form, part.base = shown.form, shown.base
    return step == "save" or file is not None


def _write_output(
    page: GroupOutputPage | None, key: str, values: Mapping[str, Any], stored: Stored, user: Any
) -> GroupOutputPage:
    language = stored.language
    is_new = page is None
    page = page or GroupOutputPage(
        live=False, meeting=stored.meeting, form_key=key, source_language=language, owner=user
    )
    code = page.source_language
    page.kind = values["kind"]
    setattr(page, f"headline_{code}", values["title"])
    setattr(page, f"summary_{code}", values["summary"])
    setattr(page, f"readiness_{code}", Readiness.READY)
    setattr(page, f"based_on_{code}", 1)
    if is_new:
        # Fresh: the tree of the group may have grown since it was read.
        WorkingGroupPage.objects.get(pk=stored.meeting.group_id).add_child(instance=page)
        for name in ("beneficiaries", "priority_areas", "stages", "agencies"):
            getattr(page, name).set(getattr(stored.meeting.group, name).all())
    page.title = page.draft_title = values["title"]
    page.save()
    page.save_revision(user=user)
    return page


def _save_document(record: Record, stored: Stored, user: Any) -> bool:
    form = record.document
    if not form.is_bound or not form.is_valid() or not form.cleaned_data.get("file"):
        return False
    if problem := _no_place_for_files(stored):
        form.add_error("file", problem)
        return False
    file = form.cleaned_data["file"]
    document = _store_file(file, form.cleaned_data["title"] or _title_of(file.name), stored, user)
    stored.meeting.documents.add(document)
    return True


def _no_place_for_files(stored: Stored) -> str:
    """Files of a group lie in its own collection and nowhere else: elsewhere they would be open to everybody."""
    return "" if stored.meeting.group.collection_id else _("This working group has no place for files yet.")


def _store_file(file: Any, title: str, stored: Stored, user: Any) -> PortalDocument:
    document = PortalDocument(title=title, file=file, collection=stored.meeting.group.collection, uploaded_by_user=user)
    document.full_clean(exclude=["tags"])
    document.save()
    return document


def _title_of(name: str) -> str:
    return name.rpartition("/")[2].rpartition(".")[0].replace("_", " ")[:255] or name


def _show(part: Part, fresh: Part) -> None:
    """Shows what is stored in place of what was sent."""
    part.form, part.outcomes, part.base, part.is_saved = fresh.form, fresh.outcomes, fresh.base, True


def _told(form: Any, values: Mapping[str, Any], names: tuple[str, ...]) -> list[tuple[str, str]]:
    """Labels and texts of what somebody else has stored, where it differs from what the form has."""
    told = []
    for name in names:
        theirs, mine = kept.canonical({name: values[name]})[name], kept.canonical({name: form.cleaned_data[name]})[name]
        if theirs != mine:
            choices = {str(key): str(label) for key, label in getattr(form.fields[name], "choices", ())}
            text = ", ".join(choices.get(key, key) for key in theirs.split()) if choices else theirs
            told.append((str(form.fields[name].label), text or "–"))
    return told
