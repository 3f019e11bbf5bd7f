"""Which pictures may be uploaded, and what is said about the others."""

from io import BytesIO

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from portal.core.models import PortalImage

pytestmark = [
    pytest.mark.django_db,
    # Wagtail leaves the temporary file open that it makes a size of an image in.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

_SVG = (
    b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
    b'<rect width="10" height="10"/><script>alert(document.cookie)</script></svg>'
)
_BROKEN = "Upload a valid image. The file you uploaded was either not an image or a corrupted image."


@pytest.fixture
def upload(client):
    client.force_login(get_user_model().objects.create_superuser("administrator@example.org", "a long password"))

    def send(name: str, content: bytes):
        file = SimpleUploadedFile(name, content)
        return client.post(reverse("wagtailimages:add"), {"title": "Picture", "file": file, "collection": 1})

    return send


def test_real_picture_is_taken(upload, png):
    upload("square.png", png().read())
    assert PortalImage.objects.get().title == "Picture"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("drawing.svg", _SVG, "Not a supported image format. Supported formats: AVIF, GIF, JPG, JPEG, PNG, WEBP."),
        ("drawing.png", _SVG, "Not a valid .png image. The extension does not match the file format (svg)"),
        ("drawing.jpg", _SVG, "Not a valid .jpeg image. The extension does not match the file format (svg)"),
        (
            "drawing.png",
            b"GIF89a" + _SVG,
            "Not a valid .png image. The extension does not match the file format (gif)",
        ),
        ("drawing.gif", b"GIF89a" + _SVG, _BROKEN),
        ("photo.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF", _BROKEN),
        ("words.png", b"not a picture", _BROKEN),
        ("nothing.png", b"", "The submitted file is empty."),
    ],
)
def test_what_is_not_the_picture_its_name_says_is_refused_with_the_reason(upload, name, content, message):
    response = upload(name, content)
    assert response.status_code == 200
    assert response.context["form"].errors["file"] == [message]
    assert not PortalImage.objects.exists()


def test_picture_of_another_kind_than_its_name_says_is_refused(upload, png):
    response = upload("square.gif", png().read())
    assert response.context["form"].errors["file"] == [
        "Not a valid .gif image. The extension does not match the file format (png)"
    ]
    assert not PortalImage.objects.exists()


def test_picture_that_breaks_off_is_refused(upload):
    stream = BytesIO()
    Image.effect_noise((200, 200), 80).save(stream, "JPEG")
    response = upload("photo.jpg", stream.getvalue()[:-2000])
    assert response.context["form"].errors["file"] == [_BROKEN]
    upload("photo.jpg", stream.getvalue())
    assert PortalImage.objects.count() == 1


def test_another_title_needs_no_other_file(client, upload, png):
    upload("square.png", png().read())
    image = PortalImage.objects.get()
    client.post(reverse("wagtailimages:edit", args=[image.pk]), {"title": "Renamed", "collection": 1})
    image.refresh_from_db()
    assert image.title == "Renamed"


def test_several_pictures_at_once(client, upload, png):
    response = client.post(
        reverse("wagtailimages:add_multiple"),
        {"title": "Picture", "files[]": png(), "collection": 1},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    assert response.json()["success"] is True
    refused = client.post(
        reverse("wagtailimages:add_multiple"),
        {"title": "Picture", "files[]": SimpleUploadedFile("drawing.svg", _SVG), "collection": 1},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    assert refused.json()["success"] is False
    assert PortalImage.objects.count() == 1
