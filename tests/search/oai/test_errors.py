"""What the protocol has errors for, and what nobody would send who means well."""

import pytest

from search.harvest.record import HarvestRecord
from tests.factories.pages import make_practice
from tests.search.oai.conftest import OAI, read

pytestmark = pytest.mark.django_db

OAI_DC = {"metadataPrefix": "oai_dc"}
NOBODYS = "urn:uuid:00000000-0000-4000-8000-000000000000"


@pytest.fixture
def identifier(site_root, up_to_date):
    make_practice()
    up_to_date()
    return HarvestRecord.objects.get().identifier.urn


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("", "badVerb"),
        ("verb=", "badVerb"),
        ("verb=Everything", "badVerb"),
        ("verb=identify", "badVerb"),
        ("verb=Identify&verb=Identify", "badVerb"),
        ("verb=Identify&x=1", "badArgument"),
        ("verb=Identify&identifier=x", "badArgument"),
        ("verb=ListSets&set=type", "badArgument"),
        ("verb=ListSets&resumptionToken=x", "badResumptionToken"),
        ("verb=ListMetadataFormats&metadataPrefix=oai_dc", "badArgument"),
        (f"verb=ListMetadataFormats&identifier={NOBODYS}", "idDoesNotExist"),
        ("verb=ListRecords", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc", "badArgument"),
        ("verb=ListRecords&metadataPrefix=", "badArgument"),
        ("verb=ListRecords&metadataPrefix=a%20b", "badArgument"),
        ("verb=ListRecords&metadataPrefix=mods", "cannotDisseminateFormat"),
        ("verb=ListIdentifiers&metadataPrefix=mods", "cannotDisseminateFormat"),
        ("verb=ListRecords&metadataPrefix=oai_dc&identifier=x", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=x", "badArgument"),
        ("verb=ListRecords&resumptionToken=x", "badResumptionToken"),
        ("verb=ListRecords&resumptionToken=", "badResumptionToken"),
        ("verb=ListIdentifiers&resumptionToken=%00%C4%8D:x", "badResumptionToken"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=yesterday", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2026-13-01", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-30", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=0000-01-01", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01T10:00:00", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01T25:00:00Z", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01%00", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01&until=2026-02-01T00:00:00Z", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-02&until=2026-02-01", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=9999-12-31", "noRecordsMatch"),
        ("verb=ListRecords&metadataPrefix=oai_dc&until=0001-01-01", "noRecordsMatch"),
        ("verb=ListRecords&metadataPrefix=oai_dc&set=beneficiary:RS", "noRecordsMatch"),
        ("verb=ListRecords&metadataPrefix=oai_dc&set=nothing:such", "noRecordsMatch"),
        ("verb=ListRecords&metadataPrefix=oai_dc&set=%", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&set=type:", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&set=", "badArgument"),
        ("verb=GetRecord&metadataPrefix=oai_dc", "badArgument"),
        (f"verb=GetRecord&metadataPrefix=oai_dc&identifier={NOBODYS}", "idDoesNotExist"),
        (f"verb=GetRecord&metadataPrefix=mods&identifier={NOBODYS}", "cannotDisseminateFormat"),
        ("verb=GetRecord&metadataPrefix=oai_dc&identifier=", "idDoesNotExist"),
        ("verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:portal.example:1", "idDoesNotExist"),
        ("verb=GetRecord&metadataPrefix=oai_dc&identifier=urn:uuid:%00", "idDoesNotExist"),
    ],
)
def test_a_question_that_makes_no_sense_gets_the_error_for_it(identifier, client, query, code):
    root = read(client.get(f"/oai?{query}"))
    error = root.find(f"{OAI}error")
    assert (error.get("code"), bool(error.text)) == (code, True)
    # Of a request that is wrong in itself nothing is repeated.
    assert bool(root.find(f"{OAI}request").attrib) == (code not in ("badVerb", "badArgument"))


def test_an_identifier_is_written_in_one_way(identifier, error):
    for other in (identifier.upper(), identifier.removeprefix("urn:uuid:"), identifier.replace("-", "")):
        assert error("GetRecord", identifier=other, **OAI_DC) == "idDoesNotExist"


def test_a_portal_without_anything_public_has_no_records(site_root, error):
    assert error("ListRecords", **OAI_DC) == "noRecordsMatch"


def test_a_token_is_for_its_verb_and_from_us(identifier, ask, error, up_to_date, monkeypatch):
    monkeypatch.setattr("search.oai.selection.PAGE_SIZE", 1)
    make_practice()
    up_to_date()
    token = ask("ListRecords", **OAI_DC).find(f".//{OAI}resumptionToken").text
    assert error("ListIdentifiers", resumptionToken=token) == "badResumptionToken"
    assert error("ListRecords", resumptionToken=token[:-1]) == "badResumptionToken"
    assert error("ListRecords", resumptionToken=f"{token}=") == "badResumptionToken"


def test_a_form_that_cannot_be_read_is_refused(site_root, client):
    assert client.post("/oai", b"--x", content_type="multipart/form-data").status_code == 400
    assert (
        read(client.post("/oai", b"\x00\xff", content_type="text/plain")).find(f"{OAI}error").get("code") == "badVerb"
    )


def test_nothing_of_a_question_becomes_markup(identifier, client):
    evil = "%22%3E%3Cscript%3E%C5%A1%00%ED%A0%80%F0%9F%98%80"
    for name in ("verb", "identifier", "metadataPrefix", "from", "until", "set", "resumptionToken", evil):
        for verb in ("Identify", "GetRecord", "ListRecords", "ListMetadataFormats"):
            response = client.get(f"/oai?verb={verb}&{name}={evil}")
            read(response)
            assert b"<script" not in response.content
