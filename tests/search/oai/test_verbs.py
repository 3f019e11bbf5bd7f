"""The six verbs: what each answers, to whom, and that the answer is as the protocol wants it."""

from datetime import date, timedelta

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Collection

from portal.core.models import PortalDocument, SiteText
from portal.core.status_note.notes import note_for
from portal.core.status_note.text import bare_mentions
from portal.vocabulary.models.taxonomy import FacetCode
from practices.models import Methodology, Standard
from search.harvest.record import HarvestRecord
from search.oai.moments import first_of
from tests.factories.files import make_collection, make_document
from tests.factories.pages import make_page, make_practice
from tests.factories.people import make_group
from tests.factories.vocabulary import NAMES, make_beneficiary, make_concept, make_term
from tests.search.oai.conftest import DC, LANG, OAI

pytestmark = pytest.mark.django_db

OAI_DC = {"metadataPrefix": "oai_dc"}


def identifier_of(page):
    return HarvestRecord.objects.get(document_id=f"{page._meta.label_lower}:{page.pk}").identifier.urn


def said(record):
    """What the Dublin Core of a record says: by element, pairs of language and text."""
    found = {}
    for element in record.find(f"{OAI}metadata")[0]:
        found.setdefault(element.tag.removeprefix(DC), []).append((element.get(LANG, ""), element.text))
    return found


def text_of(root, path):
    return [element.text for element in root.iterfind("/".join(OAI + step for step in path.split("/")))]


# Identify, ListMetadataFormats, ListSets -------------------------------------------------------------------------


def test_it_identifies_itself(site_root, ask, up_to_date, client):
    make_practice()
    up_to_date()
    record = HarvestRecord.objects.get()
    SiteText.objects.create(site=site_root.get_site(), contact_email="desk@portal.example")
    found = {element.tag.removeprefix(OAI): element.text for element in ask("Identify").find(f"{OAI}Identify")}
    assert found == {
        "repositoryName": "Continuum",
        "baseURL": "http://testserver/oai",
        "protocolVersion": "2.0",
        "adminEmail": "desk@portal.example",
        "earliestDatestamp": record.datestamp.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "deletedRecord": "persistent",
        "granularity": "YYYY-MM-DDThh:mm:ssZ",
        "compression": "gzip",
    }
    packed = client.get("/oai?verb=ListMetadataFormats", headers={"accept-encoding": "gzip"})
    assert packed["Content-Encoding"] == "gzip"


def test_a_portal_with_nothing_in_it_identifies_itself_too(site_root, ask):
    assert text_of(ask("Identify"), "Identify/adminEmail") == ["noreply@localhost.localdomain"]


def test_it_has_one_format(site_root, ask, up_to_date):
    page = make_practice()
    up_to_date()
    for arguments in ({}, {"identifier": identifier_of(page)}):
        formats = ask("ListMetadataFormats", **arguments)
        assert text_of(formats, "ListMetadataFormats/metadataFormat/metadataPrefix") == ["oai_dc"]


def test_sets_are_types_and_beneficiaries(site_root, ask):
    make_term(FacetCode.RESOURCE_TYPE, "good_practice", label_en="Good practice", label_sq="Praktikë e mirë")
    for code in NAMES:
        make_beneficiary(code)
    root = ask("ListSets")
    names = zip(text_of(root, "ListSets/set/setSpec"), text_of(root, "ListSets/set/setName"), strict=True)
    assert list(names) == [
        ("type", "Resources by type"),
        ("type:good_practice", "Good practice"),
        ("type:programme_methodology", "programme_methodology"),
        ("type:standard", "standard"),
        ("type:training", "training"),
        ("type:working_group_output", "working_group_output"),
        ("beneficiary", "Resources by Beneficiary"),
        ("beneficiary:AL", "Albania"),
        ("beneficiary:BA", "Bosnia and Herzegovina"),
        ("beneficiary:XK", "Kosovo*"),
        ("beneficiary:ME", "Montenegro"),
        ("beneficiary:MK", "North Macedonia"),
        ("beneficiary:RS", "Serbia"),
    ]
    assert [note.text for note in root.iter(f"{DC}rights")] == [f"* {note_for('en')}"]


# What a record says ----------------------------------------------------------------------------------------------


def test_a_record_says_what_is_ready_in_each_language(site_root, ask, up_to_date):
    make_term(FacetCode.RESOURCE_TYPE, "good_practice", label_en="Good practice", label_sr="Добра пракса")
    page = make_practice(
        slug="leave",
        source_language="sr",
        ready=("en", "sr"),
        overview=("mk",),
        headline_en="Leave & release",
        headline_sr="План отпуста",
        headline_sq="Draft",
        summary_en="First.",
        summary_sr="Прво.",
        beneficiaries=[make_beneficiary("AL", name_sq="Shqipëria")],
        stages=[make_term(FacetCode.STAGE, "release", label_en="Release", label_sr="Отпуст")],
        concepts=[make_concept("parole", label_en="parole")],
        last_reviewed_on=date(2026, 1, 9),
    )
    up_to_date()
    found = said(ask("GetRecord", identifier=identifier_of(page), **OAI_DC).find(f"{OAI}GetRecord/{OAI}record"))
    subjects = found.pop("subject")
    assert [text for lang, text in subjects if lang == "en"] == [
        *("Release", "resettlement", "adults", "prison_service", "parole")
    ]
    assert ("sr-Cyrl", "Отпуст") in subjects
    assert ("sq", "Shqipëria") in found["coverage"]
    assert ("en", "Albania") in found.pop("coverage")
    assert ("sr-Cyrl", "Добра пракса") in found["type"]
    assert ("en", "Good practice") in found.pop("type")
    assert found == {
        "title": [("sr-Cyrl", "План отпуста"), ("en", "Leave & release")],
        "description": [("sr-Cyrl", "Прво."), ("en", "First.")],
        "publisher": [("", "Continuum")],
        "date": [("", "2026-01-09")],
        "identifier": [
            ("sr-Cyrl", "http://testserver/sr/practices/leave/"),
            ("en", "http://testserver/en/practices/leave/"),
        ],
        "language": [("", "sr"), ("", "en")],
    }


def test_addresses_of_a_record_lead_to_the_page(site_root, ask, up_to_date, client):
    make_page(Methodology, ready=("en", "sq", "sr"))
    up_to_date()
    root = ask("ListRecords", **OAI_DC)
    addresses = [element.text for element in root.iter(f"{DC}identifier")]
    assert [client.get(address).status_code for address in addresses] == [200, 200, 200]


def test_a_standard_names_its_official_text_and_its_date_as_far_as_it_is_known(site_root, ask, up_to_date):
    make_page(
        Standard, reference="Rec(2006)2", adopted_on="2006", official_url="https://example.org/prison?rules=%C5%A1&all"
    )
    up_to_date()
    found = said(ask("ListRecords", **OAI_DC).find(f".//{OAI}record"))
    assert (found["date"], found["relation"]) == (
        [("", "2006")],
        [("", "Rec(2006)2"), ("", "https://example.org/prison?rules=%C5%A1&all")],
    )


def test_a_record_names_the_files_that_anybody_may_have(site_root, ask, up_to_date):
    closed = make_document("Closed", collection=make_collection(make_group("Members")))
    opened = PortalDocument.objects.create(
        title="Open", file=ContentFile(b"text", "open.txt"), collection=Collection.get_first_root_node()
    )
    make_practice(attachments=[("file", opened), ("file", closed)])
    up_to_date()
    found = said(ask("ListRecords", **OAI_DC).find(f".//{OAI}record"))
    assert found["relation"] == [("", f"http://testserver{opened.url}")]


def test_what_is_invented_says_so_in_each_language(site_root, ask, up_to_date):
    make_practice(ready=("en", "sq"), is_sample=True, summary_en="Summary.", summary_sq="Përmbledhje.")
    up_to_date()
    told = said(ask("ListRecords", **OAI_DC).find(f".//{OAI}record"))["description"]
    assert [lang for lang, _ in told] == ["en", "en", "sq", "sq"]
    assert [told[0][1], told[2][1]] == ["Summary.", "Përmbledhje."]
    assert told[1][1].startswith("Sample content for demonstration.")
    assert told[3][1] != told[1][1]


def test_every_mention_is_marked_and_the_footnote_is_there_once(site_root, ask, up_to_date, client):
    make_practice(
        ready=("sq", "en"),
        source_language="sq",
        headline_sq="Nga Kosova",
        headline_en="From Kosovo",
        slug="from-kosovo",
        beneficiaries=[make_beneficiary("XK")],
    )
    make_practice(headline_en="Release plans")
    up_to_date()
    root = ask("ListRecords", **OAI_DC)
    first, second = root.iter(f"{OAI}record")
    told = said(first)
    assert told["title"] == [("sq", "Nga Kosova*"), ("en", "From Kosovo*")]
    assert ("en", "Kosovo*") in told["coverage"]
    assert told["identifier"][1] == ("en", "http://testserver/en/practices/from-kosovo/")
    assert told["rights"] == [("sq", f"* {note_for('sq')}")]
    assert "rights" not in said(second)
    words = [text for element, pairs in told.items() if element != "identifier" for _, text in pairs]
    assert [word for text in words for word in bare_mentions(text)] == []


def test_characters_that_xml_does_not_know_do_not_break_it(site_root, ask, up_to_date):
    make_practice(headline_en="Pasted\x0bhead\ufffeline <&>", summary_en="a\x1fb")
    up_to_date()
    found = said(ask("ListRecords", **OAI_DC).find(f".//{OAI}record"))
    assert (found["title"], found["description"]) == ([("en", "Pasted head line <&>")], [("en", "a b")])


# Lists -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def three(site_root, up_to_date):
    """Three resources, changed on three days of March 2026."""
    pages = [
        make_practice(beneficiaries=[make_beneficiary("AL"), make_beneficiary("ME")]),
        make_page(Methodology, beneficiaries=[make_beneficiary("AL")]),
        make_page(Standard),
    ]
    up_to_date()
    for day, page in enumerate(pages, 1):
        stamp(page, f"2026-03-0{day}T10:00:00+00:00")
    return pages


def stamp(page, moment):
    HarvestRecord.objects.filter(document_id=f"{page._meta.label_lower}:{page.pk}").update(datestamp=moment)


@pytest.mark.parametrize(
    ("arguments", "numbers"),
    [
        ({}, [0, 1, 2]),
        ({"since": "2026-03-02"}, [1, 2]),
        ({"since": "2026-03-02T10:00:00Z"}, [1, 2]),
        ({"since": "2026-03-02T10:00:01Z"}, [2]),
        ({"until": "2026-03-02"}, [0, 1]),
        ({"until": "2026-03-02T10:00:00Z"}, [0, 1]),
        ({"until": "2026-03-02T09:59:59Z"}, [0]),
        ({"since": "2026-03-02", "until": "2026-03-02"}, [1]),
        ({"since": "0001-01-01", "until": "9999-12-31"}, [0, 1, 2]),
        ({"set": "type"}, [0, 1, 2]),
        ({"set": "type:standard"}, [2]),
        ({"set": "beneficiary"}, [0, 1]),
        ({"set": "beneficiary:ME"}, [0]),
        ({"set": "beneficiary:AL", "since": "2026-03-02"}, [1]),
    ],
)
def test_what_is_asked_for_is_listed(three, ask, arguments, numbers):
    wanted = [identifier_of(three[number]) for number in numbers]
    for verb, path in (("ListIdentifiers", "header"), ("ListRecords", "record/header")):
        root = ask(verb, **OAI_DC, **arguments)
        assert text_of(root, f"{verb}/{path}/identifier") == wanted
        assert root.find(f".//{OAI}resumptionToken") is None


def test_a_header_names_moment_and_sets(three, ask):
    header = ask("ListIdentifiers", **OAI_DC).find(f".//{OAI}header")
    assert text_of(header, "datestamp") == ["2026-03-01T10:00:00Z"]
    assert text_of(header, "setSpec") == ["beneficiary:AL", "beneficiary:ME", "type:good_practice"]


def test_a_long_list_comes_in_parts(three, ask, monkeypatch):
    monkeypatch.setattr("search.oai.selection.PAGE_SIZE", 2)
    for verb in ("ListIdentifiers", "ListRecords"):
        first = ask(verb, **OAI_DC, since="2026-01-01")
        token = first.find(f".//{OAI}resumptionToken")
        assert token.attrib == {"completeListSize": "3", "cursor": "0"}
        second = ask(verb, resumptionToken=token.text)
        assert [element.text for root in (first, second) for element in root.iter(f"{OAI}identifier")] == [
            identifier_of(page) for page in three
        ]
        last = second.find(f".//{OAI}resumptionToken")
        assert (dict(last.attrib), last.text) == ({"completeListSize": "3", "cursor": "2"}, None)
        # The same token gives the same part again.
        assert text_of(ask(verb, resumptionToken=token.text), f".//{verb}") == text_of(second, f".//{verb}")


def test_a_list_keeps_to_what_was_asked_for_first(three, ask, monkeypatch):
    monkeypatch.setattr("search.oai.selection.PAGE_SIZE", 1)
    found, arguments = [], {**OAI_DC, "set": "beneficiary", "until": "2026-03-05"}
    while arguments:
        root = ask("ListIdentifiers", **arguments)
        found += [element.text for element in root.iter(f"{OAI}identifier")]
        token = root.find(f".//{OAI}resumptionToken")
        arguments = {"resumptionToken": token.text} if token is not None and token.text else {}
    assert found == [identifier_of(page) for page in three[:2]]


def test_what_changes_while_somebody_harvests_is_not_missed(three, ask, monkeypatch):
    monkeypatch.setattr("search.oai.selection.PAGE_SIZE", 1)
    token = ask("ListIdentifiers", **OAI_DC).find(f".//{OAI}resumptionToken").text
    stamp(three[1], "2026-03-09T10:00:00+00:00")
    found = []
    while token:
        root = ask("ListIdentifiers", resumptionToken=token)
        found += [element.text for element in root.iter(f"{OAI}identifier")]
        token = root.find(f".//{OAI}resumptionToken").text
    assert found == [identifier_of(three[2]), identifier_of(three[1])]


@pytest.mark.parametrize(("verb", "queries"), [("ListIdentifiers", 4), ("ListRecords", 13)])
@pytest.mark.parametrize("number", [1, 3])
def test_a_list_costs_the_same_for_one_and_for_three(site_root, client, up_to_date, verb, queries, number):
    file = make_document()
    for _ in range(number):
        make_practice(attachments=[("file", file)], concepts=[make_concept("prison")])
    up_to_date()
    client.get("/oai", {"verb": verb, **OAI_DC})
    with CaptureQueriesContext(connection) as found:
        client.get("/oai", {"verb": verb, **OAI_DC})
    assert len(found) == queries


# Harvesters ------------------------------------------------------------------------------------------------------


def test_a_harvester_gets_everything_and_then_what_changed(three, harvester, up_to_date, monkeypatch):
    monkeypatch.setattr("search.oai.selection.PAGE_SIZE", 2)
    assert harvester.Identify().deletedRecord == "persistent"
    assert {one.setSpec for one in harvester.ListSets()} >= {"type", "type:standard", "beneficiary:AL"}
    records = {record.header.identifier: record for record in harvester.ListRecords(**OAI_DC)}
    assert list(records) == [identifier_of(page) for page in three]
    assert records[identifier_of(three[2])].metadata["title"] == [three[2].headline_en]

    latest = max(record.header.datestamp for record in records.values())
    three[0].unpublish()
    new = make_practice(headline_en="New")
    three[1].headline_en = "Said otherwise"
    three[1].save_revision().publish()
    up_to_date()
    changes = list(harvester.ListRecords(**OAI_DC, **{"from": latest}))
    assert {record.header.identifier: record.deleted for record in changes} == {
        # From is inclusive.
        identifier_of(three[2]): False,
        identifier_of(three[0]): True,
        identifier_of(new): False,
        identifier_of(three[1]): False,
    }
    kept = {record.header.identifier for record in harvester.ListRecords(ignore_deleted=True, **OAI_DC)}
    assert kept == {identifier_of(page) for page in (three[1], three[2], new)}
    one = harvester.GetRecord(identifier=identifier_of(new), **OAI_DC)
    assert one.metadata["title"] == ["New"]


def test_post_answers_as_get_does(three, client):
    question = {"verb": "ListRecords", **OAI_DC, "set": "type:standard"}
    client = type(client)(enforce_csrf_checks=True)

    def answer(response):
        return response.content.partition(b"<request")[2]

    assert answer(client.post("/oai", question)) == answer(client.get("/oai", question))
    assert client.put("/oai").status_code == 405


def test_the_answer_is_the_same_in_every_language_of_the_reader(three, client):
    def answer(**headers):
        return client.get("/oai", {"verb": "ListRecords", **OAI_DC}, headers=headers).content.partition(b"<request")[2]

    assert answer() == answer(**{"accept-language": "sq"}) == answer(cookie="language=sr-latn")


def test_the_moment_of_the_answer_is_in_utc(three, ask):
    told = first_of(text_of(ask("Identify"), "responseDate")[0])
    assert abs(told - timezone.now()) < timedelta(minutes=5)
