"""The answers to the six verbs."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from datetime import UTC, datetime
from email.utils import parseaddr
from uuid import UUID

from django.conf import settings
from django.db.models import Min
from django.http import HttpRequest

from portal.core.markup.xml_writing import XmlWriter
from portal.core.models import SiteText
from portal.core.status_note.text import mark_text
from search.documents.document import document_id
from search.documents.registry import keys_by_source
from search.harvest.description import Description, Statement, descriptions_of, public_keys
from search.harvest.record import HarvestRecord
from search.oai.arguments import IDENTIFIER, PREFIX, TOKEN, Asked
from search.oai.dublin_core import status_note, write_dublin_core
from search.oai.errors import ProtocolError, bad_token
from search.oai.formats import NAMESPACE, SCHEMA, check_format
from search.oai.formats import PREFIX as OAI_DC
from search.oai.moments import GRANULARITY, written
from search.oai.selection import Part, part_asked
from search.oai.sets import all_sets

#: Nothing is earlier, as long as there is nothing.
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)

#: What an answer is written of, once it is known that there is one.
Write = Callable[[XmlWriter], None]


def answer_to(asked: Asked, request: HttpRequest) -> Write:
    """Everything that can be refused is looked at here, before a word is written. Raises ProtocolError."""
    return _ANSWERS[asked.verb](asked, request)


def _identify(asked: Asked, request: HttpRequest) -> Write:
    earliest = HarvestRecord.objects.aggregate(earliest=Min("datestamp"))["earliest"]
    contact = SiteText.for_request(request).contact_email or parseaddr(settings.DEFAULT_FROM_EMAIL)[1]

    def write(xml: XmlWriter) -> None:
        xml.line("repositoryName", settings.WAGTAIL_SITE_NAME)
        xml.line("baseURL", request.build_absolute_uri(request.path))
        xml.line("protocolVersion", "2.0")
        xml.line("adminEmail", contact)
        xml.line("earliestDatestamp", written(earliest or _NEVER))
        xml.line("deletedRecord", "persistent")
        xml.line("granularity", GRANULARITY)
        xml.line("compression", "gzip")

    return write


def _list_metadata_formats(asked: Asked, request: HttpRequest) -> Write:
    if IDENTIFIER in asked.arguments:
        _record(asked.arguments[IDENTIFIER])

    def write(xml: XmlWriter) -> None:
        with xml.element("metadataFormat"):
            xml.line("metadataPrefix", OAI_DC)
            xml.line("schema", SCHEMA)
            xml.line("metadataNamespace", NAMESPACE)

    return write


def _list_sets(asked: Asked, request: HttpRequest) -> Write:
    if TOKEN in asked.arguments:
        # The list is always given whole.
        raise bad_token()

    def write(xml: XmlWriter) -> None:
        for one in all_sets():
            with xml.element("set"):
                xml.line("setSpec", one.spec)
                xml.line("setName", mark_text(one.name))
                if note := status_note([Statement("title", one.name, "en")]):
                    with xml.element("setDescription"):
                        write_dublin_core(xml, [note], request.build_absolute_uri)

    return write


def _list_identifiers(asked: Asked, request: HttpRequest) -> Write:
    part = part_asked(asked)
    public = _public(part.records)

    def write(xml: XmlWriter) -> None:
        for record in part.records:
            _write_header(xml, record, public)
        _write_token(xml, part)

    return write


def _list_records(asked: Asked, request: HttpRequest) -> Write:
    part = part_asked(asked)
    descriptions = _descriptions(part.records)

    def write(xml: XmlWriter) -> None:
        for record in part.records:
            _write_record(xml, record, descriptions, request)
        _write_token(xml, part)

    return write


def _get_record(asked: Asked, request: HttpRequest) -> Write:
    check_format(asked.arguments[PREFIX])
    record = _record(asked.arguments[IDENTIFIER])
    descriptions = _descriptions([record])
    return lambda xml: _write_record(xml, record, descriptions, request)


_ANSWERS: Mapping[str, Callable[[Asked, HttpRequest], Write]] = {
    "Identify": _identify,
    "ListMetadataFormats": _list_metadata_formats,
    "ListSets": _list_sets,
    "ListIdentifiers": _list_identifiers,
    "ListRecords": _list_records,
    "GetRecord": _get_record,
}


def _record(identifier: str) -> HarvestRecord:
    """Raises ProtocolError (idDoesNotExist)."""
    scheme, _, key = identifier.rpartition(":")
    try:
        found = HarvestRecord.objects.filter(identifier=UUID(key)).first() if scheme == "urn:uuid" else None
    except ValueError:
        found = None
    if found is None or found.identifier.urn != identifier:
        raise ProtocolError("idDoesNotExist", "There is no such record here.")
    return found


def _public(records: Iterable[HarvestRecord]) -> set[str]:
    """Ids of the resources that anybody may read at this moment: a record may be a little behind."""
    return {
        document_id(source.label, key)
        for source, keys in keys_by_source(_present(records))
        for key in public_keys(source, keys)
    }


def _descriptions(records: Iterable[HarvestRecord]) -> dict[str, Description]:
    """By document, of the resources that anybody may read at this moment."""
    return {description.document_id: description for description in descriptions_of(_present(records))}


def _present(records: Iterable[HarvestRecord]) -> list[str]:
    return [record.document_id for record in records if not record.is_deleted]


def _write_record(
    xml: XmlWriter, record: HarvestRecord, descriptions: Mapping[str, Description], request: HttpRequest
) -> None:
    with xml.element("record"):
        _write_header(xml, record, descriptions)
        if description := descriptions.get(record.document_id):
            with xml.element("metadata"):
                write_dublin_core(xml, description.statements, request.build_absolute_uri)


def _write_header(xml: XmlWriter, record: HarvestRecord, public: Container[str]) -> None:
    with xml.element("header", None if record.document_id in public else {"status": "deleted"}):
        xml.line("identifier", record.identifier.urn)
        xml.line("datestamp", written(record.datestamp))
        for one in record.sets.all():
            xml.line("setSpec", one.spec)


def _write_token(xml: XmlWriter, part: Part) -> None:
    if part.token is not None:
        attributes = {"completeListSize": str(part.total), "cursor": str(part.number)}
        xml.line("resumptionToken", part.token, attributes)
