"""Which texts of Wagtail are translated here."""

from portal.core.catalogues.extract import Message
from portal.core.catalogues.registry import catalogues, product_messages
from portal.core.catalogues.wagtail_texts import find_wagtail_texts


def test_texts_of_the_installed_apps_are_found_with_the_files_in_which_they_stand():
    found = find_wagtail_texts("django")
    assert "wagtail/admin/action_menu.py" in found[Message("Publish")]
    assert "wagtail/images/templates/wagtailimages/images/add.html" in found[Message("Add an image")]
    assert Message("%(count)s image", plural="%(count)s images") in found


def test_apps_that_are_not_installed_are_left_out():
    assert not [files for files in find_wagtail_texts("django").values() if "styleguide" in "".join(files)]


def test_what_nobody_sees_here_is_left_out():
    texts = {message.text for message in find_wagtail_texts("django")}
    assert texts & {"Wagtail admin", "Wagtail upgrade available", "Set your new password", "Switch locales"} == set()
    assert not [text for text in texts if "translation_count" in text or text.startswith("What's new")]


def test_texts_of_scripts_are_found_for_themselves():
    assert "wagtail/admin/src/components/Draftail/index.js" in find_wagtail_texts("djangojs")[Message("Pin toolbar")]


def test_a_text_that_the_portal_has_too_is_translated_with_the_portals():
    _ours, of_wagtail, _of_its_scripts = catalogues()
    assert Message("Save") in product_messages()
    assert Message("Save") in find_wagtail_texts("django")
    assert Message("Save") not in of_wagtail.find_texts()
