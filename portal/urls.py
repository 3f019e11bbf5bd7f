"""Every address of the portal, put together from its parts."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from portal.core.health import healthz
from portal.core.sitemap import sitemap
from portal.core.text_size import set_text_size

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("text-size/", set_text_size, name="text_size"),
    path("admin/", include(wagtailadmin_urls)),
    path("", include("portal.core.files.urls")),
]

urlpatterns += i18n_patterns(
    path("account/", include("portal.accounts.urls")),
    path("library/", include("search.urls")),
    path("glossary/", include("portal.vocabulary.urls")),
    # Wagtail has a sign-in page of its own, without limits and second factor.
    path("_util/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    path("", include(wagtail_urls)),
)

handler404 = "portal.core.errors.page_not_found"
handler500 = "portal.core.errors.server_error"
