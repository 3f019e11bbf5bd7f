"""What the website adds to the administration's menu of help, and takes from it."""

import pytest
from django.test import RequestFactory
from wagtail.admin.menu import help_menu

from portal.accounts.roles import EDITORS
from tests.factories.people import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_root")]


def test_help_leads_to_the_components_and_tells_editors_no_news_of_wagtail():
    request = RequestFactory().get("/admin/")
    request.user = make_user(EDITORS)
    names = [item.name for item in help_menu.menu_items_for_request(request)]
    assert "components" in names
    assert [name for name in names if "whats-new" in name] == []
