"""What is closed to somebody appears nowhere: in no list, no count, no link, no search, no sitemap.

The strongest way to say so: with the closed things there, every list is byte for byte the one without them.
"""

import re
from datetime import date, timedelta
from io import BytesIO

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.utils import timezone
from PIL import Image
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from network.models import EventPage, WorkingGroupPage
from portal.accounts.roles import NETWORK_MEMBERS, WORKING_GROUP_MEMBERS
from portal.core.models import PortalDocument, PortalImage
from portal.vocabulary.models import Concept
from portal.vocabulary.models.taxonomy import FacetCode
from portal.website.models import BeneficiaryPage, HighlightPage, NewsPage, PlainPage
from practices.models import GoodPractice, Methodology, Standard, StandardPart
from search.outbox.drain import drain
from tests.factories.pages import make_page, restrict
from tests.factories.vocabulary import make_beneficiary, make_term

pytestmark = pytest.mark.django_db

WORD = "Zanzibarian"

LISTED = (GoodPractice, Standard, Methodology, NewsPage, HighlightPage, PlainPage, EventPage, WorkingGroupPage)


@pytest.fixture
def standard(site_root):
    """A public standard with a part that closed resources refer to."""
    page = make_page(Standard, slug="rules", headline_en="Rules", **classification())
    part = StandardPart.objects.create(standard=page, number="Rule 1", heading_en="Dignity", position=1)
    part.stages.add(make_term(FacetCode.STAGE, "custody"))
    return page


@pytest.fixture
def closed_file():
    """A document in a collection for network members."""
    collection = Collection.get_first_root_node().add_child(name="Members")
    restriction = CollectionViewRestriction.objects.create(
        collection=collection, restriction_type=CollectionViewRestriction.GROUPS
    )
    restriction.groups.add(Group.objects.get(name=NETWORK_MEMBERS))
    return PortalDocument.objects.create(
        title=f"{WORD} file", file=ContentFile(b"text", f"{WORD}.txt"), collection=collection
    )


def classification():
    return {
        "beneficiaries": [make_beneficiary("AL")],
        "stages": [make_term(FacetCode.STAGE, "custody")],
        "priority_areas": [make_term(FacetCode.PRIORITY_AREA, "resettlement")],
        "target_groups": [make_term(FacetCode.TARGET_GROUP, "adults")],
        "agencies": [make_term(FacetCode.AGENCY, "prison_service")],
        "concepts": [Concept.objects.get_or_create(identifier="prison", defaults={"label_en": "prison"})[0]],
    }


def open_things(standard, closed_file):
    """One public page of each type, each related to everything the closed ones are related to."""
    coming = timezone.localdate() + timedelta(days=30)
    part = standard.parts.get()
    for model in LISTED:
        page = make_page(
            model, slug=f"open-{model._meta.model_name}", headline_en="Open", **fields_of(model, part, coming)
        )
        page.attachments = [("file", closed_file)]
        page.save()
    make_page(BeneficiaryPage, slug="albania", headline_en="Albania")


def fields_of(model, part, coming):
    fields = classification() if any(field.name == "stages" for field in model._meta.get_fields()) else {}
    if model in (GoodPractice, Methodology):
        fields["standard_parts"] = [part]
    if model is EventPage:
        fields |= {"start": coming, "end": coming}
    if model in (NewsPage, HighlightPage):
        fields["date"] = date(2026, 3, 9)
    return fields


def secret_things(standard, kind):
    """One page of each type, newer than the open ones, that nobody without the right may notice."""
    coming = timezone.localdate() + timedelta(days=10)
    part = standard.parts.get()
    for model in LISTED:
        fields = {
            "headline_en": f"{WORD} headline",
            "summary_en": f"{WORD} summary.",
            **{
                name: f"<p>{WORD} text</p>"
                for name in ("context_en", "objectives_en", "agenda_en", "mandate_en")
                if has(model, name)
            },
            **fields_of(model, part, coming),
        }
        if model in (NewsPage, HighlightPage):
            fields["date"] = date(2025, 4, 10)
        if model is Standard:
            fields["adopted_on"] = "2025"
        page = make_page(model, slug=f"secret-{model._meta.model_name}", live=kind != "draft", **fields)
        if kind in (NETWORK_MEMBERS, WORKING_GROUP_MEMBERS):
            restrict(page, Group.objects.get(name=kind))
        elif kind == "unreadable":
            model.objects.filter(pk=page.pk).update(readiness_en="")
            model.objects.get(pk=page.pk).save(clean=False)
    standard_below = Standard.objects.get(slug="secret-standard")
    below = StandardPart.objects.create(standard=standard_below, number="Rule 2", heading_en=f"{WORD} part", position=1)
    below.stages.add(make_term(FacetCode.STAGE, "custody"))


def has(model, name):
    return any(field.name == name for field in model._meta.get_fields())


ADDRESSES = (
    "/en/",
    "/sq/",
    "/en/library/",
    "/en/library/feed/",
    "/en/library/feed/?q=headline",
    f"/en/library/?q={WORD}",
    f"/en/library/?q={WORD[:-1]}",
    f"/en/library/suggestions/?q={WORD[:4]}",
    "/en/library/?q=headline",
    "/en/library/?type=good_practice&stage=custody",
    "/en/library/?beneficiary=AL&sort=newest",
    "/en/library/?year=2025",
    "/en/library/?page=2",
    "/en/news/",
    "/en/highlights/",
    "/en/highlights/?year=2025",
    "/en/continuum/",
    "/en/continuum/custody/",
    "/sr-latn/continuum/custody/",
    "/en/news/feed/",
    "/en/highlights/feed/",
    "/en/events/feed/",
    "/en/events/",
    "/en/beneficiaries/",
    "/en/beneficiaries/albania/",
    "/en/standards/rules/",
    "/en/practices/open-goodpractice/",
    "/en/methodologies/open-methodology/",
    "/en/methodologies/open-methodology/session-plan/",
    "/en/news/open-newspage/",
    "/en/highlights/open-highlightpage/",
    "/en/open-plainpage/",
    "/en/events/open-eventpage/",
    "/en/groups/",
    "/en/groups/open-workinggrouppage/",
    "/en/glossary/",
    "/en/glossary/prison/",
    "/en/nothing.here",
    "/sitemap.xml",
    "/api/v1/search",
    f"/api/v1/search?q={WORD}",
    f"/api/v1/search?q={WORD[:-1]}",
    "/api/v1/search?year=2025",
    f"/api/v1/suggestions?q={WORD[:4]}",
    "/api/v1/openapi.json",
    "/oai?verb=Identify",
    "/oai?verb=ListSets",
    "/oai?verb=ListIdentifiers&metadataPrefix=oai_dc",
    "/oai?verb=ListRecords&metadataPrefix=oai_dc",
    "/en/practices/open-goodpractice/cite/bibtex/",
    "/en/standards/rules/cite/ris/",
)

_CHANGING = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]*"|<responseDate>[^<]*')


def seen_by(client):
    """What a visitor gets at each address that lists, counts or relates."""
    return {address: _CHANGING.sub(b"", client.get(address).content) for address in ADDRESSES}


@pytest.mark.parametrize(
    ("kind", "engine"),
    [
        (NETWORK_MEMBERS, "index"),
        (WORKING_GROUP_MEMBERS, "index"),
        ("draft", "index"),
        ("unreadable", "index"),
        (NETWORK_MEMBERS, "no index"),
    ],
)
def test_nothing_changes_for_those_who_may_not_see_it(visitors, standard, closed_file, search_folder, kind, engine):
    open_things(standard, closed_file)
    if engine == "index":
        call_command("search_index", "rebuild", verbosity=0)
    outsiders = ("anonymous", "trainer")
    before = {role: seen_by(visitors[role]) for role in outsiders}
    assert {address for address, content in before["anonymous"].items() if WORD.encode() in content} <= {
        f"/en/library/?q={WORD}"
    }

    secret_things(standard, kind)
    if engine == "index":
        drain()

    for role in outsiders:
        after = seen_by(visitors[role])
        assert [address for address in ADDRESSES if after[address] != before[role][address]] == []


def test_those_who_may_see_it_find_it_everywhere(visitors, standard, closed_file, search_folder):
    """Otherwise the test above would hold of a portal that lists nothing."""
    open_things(standard, closed_file)
    secret_things(standard, NETWORK_MEMBERS)
    call_command("search_index", "rebuild", verbosity=0)
    seen = seen_by(visitors["network member"])
    silent = {address for address, content in seen.items() if WORD.encode() not in content}
    assert silent == {
        # Here it is counted, not named.
        "/en/continuum/",
        "/en/beneficiaries/",
        "/en/methodologies/open-methodology/session-plan/",
        "/en/glossary/",
        "/en/nothing.here",
        "/sitemap.xml",
        "/api/v1/openapi.json",
        # What is for anybody is the same for a member.
        "/en/news/feed/",
        "/en/highlights/feed/",
        "/en/library/feed/",
        "/en/library/feed/?q=headline",
        "/en/events/feed/",
        "/oai?verb=Identify",
        "/oai?verb=ListSets",
        "/oai?verb=ListIdentifiers&metadataPrefix=oai_dc",
        "/oai?verb=ListRecords&metadataPrefix=oai_dc",
        # What speaks of one page alone.
        "/en/practices/open-goodpractice/cite/bibtex/",
        "/en/standards/rules/cite/ris/",
    }


def test_guessing_numbers_finds_no_closed_page(visitors, site_root):
    """Wagtail has a form for the password of a page, which is there for every restriction whatever its kind."""
    page = make_page(PlainPage)
    restriction = restrict(page, Group.objects.get(name=NETWORK_MEMBERS))
    address = f"/en/_util/authenticate_with_password/{restriction.pk}/{page.pk}/"
    assert {role: client.get(address).status_code for role, client in visitors.items()} == dict.fromkeys(visitors, 404)


def test_a_page_left_with_a_password_is_closed_to_everybody(visitors, site_root):
    page = make_page(PlainPage)
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.PASSWORD, password="x")
    assert {role: client.get(page.url).status_code for role, client in visitors.items()} == dict.fromkeys(visitors, 404)


def test_a_closed_picture_in_an_open_page_is_not_spoken_of(visitors, site_root, closed_file):
    drawing = BytesIO()
    Image.new("RGB", (4, 3)).save(drawing, "PNG")
    image = PortalImage.objects.create(
        title=WORD,
        alternative_text_en=f"{WORD} in words",
        credit=f"{WORD} archive",
        file=ContentFile(drawing.getvalue(), f"{WORD}.png"),
        collection=closed_file.collection,
    )
    page = make_page(PlainPage, body_en=[("picture", {"image": image, "caption": f"{WORD} caption"})])
    told = {role for role, client in visitors.items() if WORD in client.get(page.url).content.decode()}
    assert told == {"network member", "superuser"}


def linking_texts(targets, files):
    """What a text says of each of these, with a link and without."""
    linked = [f'<a linktype="page" id="{page.pk}">to <b>read</b> {index}</a>' for index, page in enumerate(targets)]
    linked += [f'<a linktype="document" id="{file.pk}">to have {index}</a>' for index, file in enumerate(files)]
    without = [f"to <b>read</b> {index}" for index in range(len(targets))]
    without += [f"to have {index}" for index in range(len(files))]
    return tuple(f"<p>See {', '.join(parts)}.</p>" for parts in (linked, without))


def write(model, text):
    """Puts the text into every place of a page that takes rich text."""
    page = model.objects.get(slug=f"open-{model._meta.model_name}")
    for field in page._meta.concrete_fields:
        kind = type(field).__name__
        if not field.name.endswith("_en"):
            continue
        if kind.endswith("LongTextField"):
            setattr(page, field.name, text)
        elif kind.endswith("BodyField"):
            setattr(page, field.name, [("paragraph", text)])
        elif kind.endswith("StepsField"):
            setattr(page, field.name, [("step", {"title": "Step", "text": text})])
        elif kind.endswith("SessionsField"):
            setattr(page, field.name, [("session", {"title": "Session", "content": text, "minutes": 45})])
    page.save()


def lines_of(response):
    """The lines of an answer, in an order of their own: equals are listed as a rebuilt index happens to hold them."""
    return sorted(_CHANGING.sub(b"", response.content).decode().splitlines())


def test_links_to_closed_things_read_like_the_words_around_them(visitors, standard, closed_file, search_folder):
    open_things(standard, closed_file)
    members = Group.objects.get(name=NETWORK_MEMBERS)
    closed = make_page(PlainPage, slug=f"{WORD}-closed".lower(), restricted_to=members)
    draft = make_page(NewsPage, slug=f"{WORD}-draft".lower(), live=False)
    unready = make_page(PlainPage, slug=f"{WORD}-unready".lower())
    PlainPage.objects.filter(pk=unready.pk).update(readiness_en="overview")
    linked, without = linking_texts([closed, draft, unready], [closed_file])
    # Pages with such texts, and searches that find them by words inside and beside the links.
    read = [address for address in ADDRESSES if "open-" in address]
    read += ["/en/library/?q=read", "/en/library/?q=have", f"/en/library/?q={WORD}", "/sq/news/open-newspage/"]

    seen = {}
    for name, text in (("without", without), ("linked", linked)):
        for model in LISTED:
            write(model, text)
        call_command("search_index", "rebuild", verbosity=0)
        for role in ("anonymous", "editor", "network member"):
            seen[role, name] = {address: lines_of(visitors[role].get(address)) for address in read}

    for role in ("anonymous", "editor"):
        before, after = seen[role, "without"], seen[role, "linked"]
        assert [address for address in read if after[address] != before[address]] == []
        assert "to <b>read</b> 0, to <b>read</b> 1" in "".join(after["/en/news/open-newspage/"])
    # A network member gets the link to the page and to the file, and nothing of the others.
    news = "".join(seen["network member", "linked"]["/en/news/open-newspage/"])
    assert re.findall(r"See (.*?)</p>", news) == [
        f'<a href="/en/{closed.slug}/">to <b>read</b> 0</a>, to <b>read</b> 1, to <b>read</b> 2, '
        f'<a href="{closed_file.url}">to have 0</a>.'
    ]
