"""The form for one's own profile: everything is kept, nothing typed is lost, and others see what was chosen."""

import struct
import zlib
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from network.models import Experience
from portal.members.models import Level, Member, Profile
from portal.members.visibility import FIELDS
from portal.vocabulary.models import Institution
from portal.vocabulary.models.taxonomy import FacetCode
from tests.factories.members import make_member
from tests.factories.pages import make_news, make_practice, restrict
from tests.factories.people import make_group, make_user
from tests.factories.profiles import OPEN, make_listed, make_photo
from tests.factories.vocabulary import make_beneficiary, make_concept, make_term

pytestmark = pytest.mark.django_db

ADDRESS = "/en/directory/me/"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def member(site_root):
    return make_member(make_user(first_name="Sample", last_name="Officer"))


@pytest.fixture
def own(member):
    client = Client()
    client.force_login(member.user)
    return client


@pytest.fixture
def colleague(site_root):
    client = Client()
    client.force_login(make_member().user)
    return client


def filled(**fields):
    """What a browser sends of the form."""
    values = {"first_name": "Sample", "last_name": "Officer", "language": "en", "is_listed": "on"}
    return values | {f"{name}_for": "network" for name in FIELDS} | fields


def text_of(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.content.decode(), "html.parser").select_one("main").get_text(" ", strip=True)


def test_everything_is_kept_and_shown_to_members(member, own, colleague):
    office = Institution.objects.create(
        beneficiary=make_beneficiary("MK"), type="probation_service", name_en="Skopje office"
    )
    agency, area = make_term(FacetCode.AGENCY, "probation"), make_term(FacetCode.PRIORITY_AREA, "families")
    concept = make_concept("mentoring")
    response = own.post(
        ADDRESS,
        filled(
            first_name="Sample  new",
            institution=office.pk,
            agency=agency.pk,
            position="Probation officer",
            areas=[area.pk],
            concepts=[concept.pk],
            languages=["mk", "en"],
            bio="I like gardens.",
            available=["mentor"],
        ),
    )
    assert response.status_code == 302
    shown = text_of(colleague, f"/en/directory/{Profile.objects.get(member=member).key}/")
    for text in ("Sample new Officer", "Skopje office", "probation", "Probation officer", "families", "mentoring"):
        assert text in shown
    for text in ("English , Македонски", "I like gardens.", "Mentor", "North Macedonia"):
        assert text in shown
    html = BeautifulSoup(own.get(ADDRESS).content.decode(), "html.parser")
    assert {box["value"] for box in html.select("[name=languages][checked]")} == {"mk", "en"}
    assert html.select_one(f"[name=concepts][value='{concept.pk}']").has_attr("checked")


def test_nobody_is_listed_without_agreeing_and_taking_it_back_holds_at_once(member, own, colleague):
    own.post(ADDRESS, filled(is_listed=""))
    key = Profile.objects.get(member=member).key
    assert colleague.get(f"/en/directory/{key}/").status_code == 404
    own.post(ADDRESS, filled())
    assert colleague.get(f"/en/directory/{key}/").status_code == 200
    own.post(ADDRESS, filled(is_listed=""))
    assert colleague.get(f"/en/directory/{key}/").status_code == 404


def test_each_part_is_for_whom_was_chosen(member, own, colleague, client):
    own.post(ADDRESS, filled(bio="I like gardens.", position="Warden", name_for="public", bio_for="public"))
    person = f"/en/directory/{Profile.objects.get(member=member).key}/"
    assert ["I like gardens." in text_of(one, person) for one in (colleague, client)] == [True, True]
    assert ["Warden" in text_of(one, person) for one in (colleague, client)] == [True, False]


def test_the_preview_shows_what_each_circle_sees(member, own):
    own.post(ADDRESS, filled(bio="I like gardens.", bio_for="groups", position="Warden", name_for="network"))
    seen = {by: text_of(own, f"{ADDRESS}seen/?by={by}") for by in ("public", "network", "groups", "odd")}
    assert {by: ("Warden" in text, "gardens" in text) for by, text in seen.items()} == {
        "public": (False, False),
        "network": (True, False),
        "groups": (True, True),
        "odd": (False, False),
    }
    assert "do not find you at all" in seen["public"]


def test_a_file_that_is_no_picture_is_refused_and_nothing_typed_is_lost(member, own):
    file = SimpleUploadedFile("me.jpg", b"This is no picture.", content_type="image/jpeg")
    response = own.post(ADDRESS, filled(bio="I like gardens.", position="Warden", photo=file))
    html = BeautifulSoup(response.content.decode(), "html.parser")
    assert "Photo: " in html.select_one("[role=alert] li").get_text()
    assert html.select_one("[name=bio]").get_text(strip=True) == "I like gardens."
    assert html.select_one("[name=position]")["value"] == "Warden"
    assert not Profile.objects.filter(member=member).exists()


def test_a_picture_that_would_fill_the_memory_is_refused_before_it_is_read(member, own):
    side = 20_000
    chunks = [
        (b"IHDR", struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(bytes(side * (side // 8 + 1)))),
        (b"IEND", b""),
    ]
    packed = [struct.pack(">I", len(x)) + n + x + struct.pack(">I", zlib.crc32(n + x)) for n, x in chunks]
    file = SimpleUploadedFile("me.png", b"\x89PNG\r\n\x1a\n" + b"".join(packed), content_type="image/png")
    response = own.post(ADDRESS, filled(position="Warden", photo=file))
    html = BeautifulSoup(response.content.decode(), "html.parser")
    assert "too many pixels" in html.select_one("[role=alert] li").get_text()
    assert html.select_one("[name=position]")["value"] == "Warden"
    assert not Profile.objects.filter(member=member).exists()


def test_names_are_one_line(own):
    response = own.post(ADDRESS, filled(last_name="Officer\r\nBcc: x@example.org"))
    assert "Write this in one line" in response.content.decode()


def test_messages_are_never_from_everybody(own, member):
    assert own.post(ADDRESS, filled(contact_for="public")).status_code == 200
    assert not Profile.objects.filter(member=member).exists()


def test_a_photo_is_made_anew_small_square_and_without_the_cameras_data(
    member, own, colleague, django_capture_on_commit_callbacks
):
    exif = Image.Exif()
    exif[0x010F] = "Maker of cameras"
    with django_capture_on_commit_callbacks(execute=True):
        own.post(ADDRESS, filled(photo=make_photo(exif=exif)))
    profile = Profile.objects.get(member=member)
    sizes = {}
    for name in ("photo/", "photo/small/"):
        response = colleague.get(f"/en/directory/{profile.key}/{name}")
        body = b"".join(response.streaming_content)
        assert b"Maker of cameras" not in body
        assert response["Cache-Control"] == "private, no-store"
        sizes[name] = Image.open(BytesIO(body)).size
    assert sizes == {"photo/": (400, 400), "photo/small/": (128, 128)}
    assert colleague.get(f"/media/{profile.photo.name}").status_code == 404


def test_a_photo_is_for_those_who_may_see_it_and_goes_when_it_is_removed(
    member, own, colleague, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        own.post(ADDRESS, filled(photo=make_photo(), photo_for="nobody"))
    profile = Profile.objects.get(member=member)
    photo = f"/en/directory/{profile.key}/photo/"
    assert [one.get(photo).status_code for one in (colleague, own)] == [404, 404]
    assert b"".join(own.get("/en/directory/me/photo/").streaming_content)
    assert "<img" not in colleague.get(f"/en/directory/{profile.key}/").content.decode()
    files = [profile.photo.name, profile.photo_small.name]
    with django_capture_on_commit_callbacks(execute=True):
        own.post(ADDRESS, filled(remove_photo="on"))
    assert [default_storage.exists(name) for name in files] == [False, False]
    assert own.get("/en/directory/me/photo/").status_code == 404


def test_with_the_member_go_the_photos(member, own, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        own.post(ADDRESS, filled(photo=make_photo()))
    names = Profile.objects.values_list("photo", "photo_small").get(member=member)
    with django_capture_on_commit_callbacks(execute=True):
        Member.objects.get(pk=member.pk).user.delete()
    assert [default_storage.exists(name) for name in names] == [False, False]


def test_who_is_no_member_has_no_profile(client, site_root):
    assert client.get(ADDRESS).status_code == 302
    client.force_login(make_user())
    assert [client.get(address).status_code for address in (ADDRESS, f"{ADDRESS}seen/")] == [404, 404]


# What one has done ---------------------------------------------------------------------------------------------


def people_on(client, page):
    html = BeautifulSoup(client.get(page.url).content.decode(), "html.parser")
    heading = html.select_one("h2#people")
    return None if heading is None else [a.get_text() for a in heading.find_next("ul", class_="links").select("a")]


def test_members_say_that_they_have_done_what_a_practice_describes_and_take_it_back(colleague, client):
    practice = make_practice(slug="planning")
    person = make_listed("Ana", "Sample", name_for="public", experience_for="network")
    own = Client()
    own.force_login(person.user)
    for _time in range(2):
        response = own.post("/en/directory/done/", {"page": practice.pk, "do": "add"})
        assert response["Location"] == f"{practice.url}#people"
    assert people_on(colleague, practice) == ["Ana Sample"]
    assert people_on(client, practice) is None
    assert practice.headline_en in text_of(colleague, f"/en/directory/{person.profile.key}/")
    assert practice.headline_en not in text_of(client, f"/en/directory/{person.profile.key}/")
    own.post("/en/directory/done/", {"page": practice.pk, "do": "remove"})
    assert Experience.objects.count() == 0
    assert practice.headline_en not in text_of(colleague, f"/en/directory/{person.profile.key}/")


@pytest.mark.parametrize("level", [Level.NOBODY, Level.GROUPS])
def test_who_does_not_show_what_they_have_done_is_not_named(colleague, level):
    practice = make_practice()
    person = make_listed("Ana", "Sample", **{**OPEN, "experience_for": level})
    Experience.objects.create(member=person, page=practice)
    assert "Ana Sample" not in colleague.get(practice.url).content.decode()


def test_only_what_can_be_done_and_seen_can_be_said(own, member):
    news, closed = make_news(), make_practice(restricted_to=make_user("Closed").groups.get())
    answers = [own.post("/en/directory/done/", {"page": key}).status_code for key in (news.pk, closed.pk, "x", "")]
    assert (answers, Experience.objects.count()) == ([404] * 4, 0)


def test_a_page_that_is_closed_later_is_not_named(colleague):
    person = make_listed("Ana", "Sample")
    practice = make_practice(headline_en="Zanzibarian", restricted_to=make_user("Closed").groups.get())
    Experience.objects.create(member=person, page=practice)
    assert "Zanzibarian" not in text_of(colleague, f"/en/directory/{person.profile.key}/")


# Institutions --------------------------------------------------------------------------------------------------


def test_an_institution_shows_those_who_show_that_they_work_there(colleague, client):
    office = Institution.objects.create(
        beneficiary=make_beneficiary("MK"), type="probation_service", name_en="Skopje office"
    )
    make_listed("Ana", "Everybody", **OPEN, member={"institution": office})
    make_listed("Bea", "Members", member={"institution": office})
    make_listed("Cia", "Hidden", workplace_for="nobody", member={"institution": office})
    address = f"/en/directory/institutions/{office.pk}/"
    found = {}
    for name, one in (("member", colleague), ("visitor", client)):
        text = text_of(one, address)
        found[name] = [person for person in ("Ana Everybody", "Bea Members", "Cia Hidden") if person in text]
    assert found == {"member": ["Ana Everybody", "Bea Members"], "visitor": ["Ana Everybody"]}
    assert colleague.get("/en/directory/institutions/999999999999999999999/").status_code == 404


def test_an_institution_shows_what_its_people_have_done_as_far_as_they_and_the_pages_show_it(colleague, client):
    office = Institution.objects.create(
        beneficiary=make_beneficiary("MK"), type="probation_service", name_en="Skopje office"
    )
    known, closed, hidden = (make_practice(headline_en=f"Practice {word}") for word in ("A", "B", "C"))
    restrict(closed, make_group("Closed"))
    shows = make_listed("Ana", "Everybody", **OPEN, member={"institution": office})
    also = make_listed("Bea", "Members", member={"institution": office})
    hides = make_listed("Cia", "Hidden", experience_for="nobody", member={"institution": office})
    for member, page in ((shows, known), (also, known), (shows, closed), (hides, hidden)):
        Experience.objects.create(member=member, page=page)
    address = f"/en/directory/institutions/{office.pk}/"
    for one in (colleague, client):
        text = text_of(one, address)
        assert [text.count(f"Practice {word}") for word in "ABC"] == [1, 0, 0]
