"""Numbers for other pages."""

import pytest
from django.contrib.auth.models import AnonymousUser

from portal.vocabulary.models.taxonomy import FacetCode
from practices.models import Standard
from search.queries.counts import LibraryCounts, library_counts
from tests.factories.pages import LOGIN, make_page, make_practice
from tests.factories.people import make_user
from tests.factories.vocabulary import make_term


@pytest.fixture
def library(site_root):
    release, custody = make_term(FacetCode.STAGE, "release"), make_term(FacetCode.STAGE, "custody")
    make_practice(stages=[release, custody])
    make_practice(stages=[release], restricted_to=LOGIN)
    make_page(Standard, stages=[release])


def test_only_what_the_user_may_see_is_counted(library, build_index):
    build_index()
    open_ones = library_counts(AnonymousUser())
    assert (open_ones.known, open_ones.total) == (True, 2)
    assert open_ones.stages == {"release": 2, "custody": 1}
    assert open_ones.types == {"good_practice": 1, "standard": 1}
    assert open_ones.areas == {"resettlement": 1}
    assert open_ones.beneficiaries == {"AL": 1}
    assert library_counts(make_user()).stages == {"release": 3, "custody": 1}


def test_counting_takes_one_query_for_a_visitor(library, build_index, django_assert_num_queries):
    build_index()
    with django_assert_num_queries(1):
        library_counts(AnonymousUser())


def test_without_an_engine_nothing_is_known(library, search_folder):
    assert library_counts(AnonymousUser()) == LibraryCounts(known=False)
