"""A picture is described in each language in which readers meet it, or only decorates."""

import pytest
from django.core.exceptions import ValidationError

from portal.core.languages.catalogue import CONTENT_CODES
from portal.core.models import PortalImage
from tests.factories.files import make_image
from tests.factories.pages import make_news, make_plain

pytestmark = pytest.mark.usefixtures("site_root")


def refusal(page):
    with pytest.raises(ValidationError) as refused:
        page.save_revision().publish()
    return refused.value.messages


def missing(title, *languages):
    return [f"Alternative text of the picture “{title}” ({language})" for language in languages]


def in_text(image, code):
    return {f"body_{code}": [("picture", {"image": image, "caption": ""})]}


def test_the_picture_of_a_page_needs_it_wherever_title_and_summary_are_read():
    image = make_image("Gate", alternative_text_mk="Порта")
    page = make_news(ready=("en", "mk"), overview=("sq",))
    page.image = image
    assert refusal(page) == missing("Gate", "English", "Shqip")
    PortalImage.objects.filter(pk=image.pk).update(alternative_text_en="A gate", alternative_text_sq="Një portë")
    page.save_revision().publish()


def test_a_picture_in_a_text_needs_it_in_the_language_of_the_text_once_it_is_ready():
    image = make_image("Gate")
    page = make_plain(ready=("en",), **in_text(image, "sq"))
    page.save_revision().publish()
    page.headline_sq, page.summary_sq, page.readiness_sq = "Portat", "Përmbledhje.", "ready"
    assert refusal(page) == missing("Gate", "Shqip")


def test_what_only_decorates_needs_none():
    page = make_news(ready=CONTENT_CODES)
    page.image = make_image("Line", is_decorative=True, alternative_text_en="Not read out")
    page.save_revision().publish()
    assert page.image.default_alt_text == ""


def test_each_picture_is_named_once_with_the_way_to_its_form():
    first, second = make_image("One"), make_image("Two")
    page = make_plain(live=False, **in_text(first, "en"))
    page.body_en.append(("picture", {"image": second, "caption": ""}))
    page.body_en.append(("picture", {"image": first, "caption": ""}))
    parts = page.missing_for_publishing()
    assert [(part.message, part.url) for part in parts] == [
        (missing("One", "English")[0], f"/admin/images/{first.pk}/"),
        (missing("Two", "English")[0], f"/admin/images/{second.pk}/"),
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_pictures_are_looked_up_at_once(number, django_assert_num_queries):
    page = make_plain(live=False, **in_text(make_image("One"), "en"))
    for position in range(number - 1):
        page.body_en.append(("picture", {"image": make_image(f"Image {position}"), "caption": ""}))
    with django_assert_num_queries(1):
        assert len(page.missing_for_publishing()) == number


def test_a_page_without_pictures_asks_nothing(django_assert_num_queries):
    page = make_plain(live=False)
    with django_assert_num_queries(0):
        assert page.missing_for_publishing() == []
