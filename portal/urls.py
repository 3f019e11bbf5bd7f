"""Every address of the portal, put together from its parts."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.urls import serve_pattern
from wagtail.views import serve

from portal.core.health import healthz
from portal.core.sitemap import sitemap
from portal.core.text_size import set_text_size
from portal.website.views import components
from search.api.endpoints import api
from search.api.problems import nothing_there
from search.oai.view import oai

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("text-size/", set_text_size, name="text_size"),
    path("api/v1/", api.urls),
    path("oai", oai, name="oai"),
    path("id/", include("portal.vocabulary.exchange.skos.urls")),
    re_path(r"^api/", nothing_there),
    path("admin/", include(wagtailadmin_urls)),
    path("", include("portal.core.files.urls")),
]

urlpatterns += i18n_patterns(
    path("account/", include("portal.accounts.urls")),
    path("continuum/", include("portal.website.urls")),
    path("library/", include("search.urls")),
    path("glossary/", include("portal.vocabulary.urls")),
    path("", include("portal.members.urls")),
    path("trainings/", include("trainings.urls")),
    path("", include("network.urls")),
    path("_util/components/", components, name="components"),
    # Of Wagtail's own addresses only its pages are ours. Its sign-in page has no limits and no second factor, and its
    # form for the password of a page would tell which closed pages there are.
    path(
        "_util/login/",
        RedirectView.as_view(pattern_name="account_login", query_string=True),
        name="wagtailcore_login",
    ),
    re_path(serve_pattern, serve, name="wagtail_serve"),
)

handler400 = "portal.core.errors.bad_request"
handler404 = "portal.core.errors.page_not_found"
handler500 = "portal.core.errors.server_error"
