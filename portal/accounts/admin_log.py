"""What has happened to accounts, for administrators: "Reports", "Steps of accounts"."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter
from wagtail import hooks
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView

from portal.accounts.models import AccountStep
from portal.accounts.sessions.devices import device_name

_VIEW = "accounts.view_accountstep"


class StepFilters(WagtailFilterSet):
    address = CharFilter(field_name="user__email", lookup_expr="icontains", label=_("E-mail address"))

    class Meta:
        model = AccountStep
        fields = ("step",)


class StepsView(ReportView):
    model = AccountStep
    permission_required = "view"
    page_title = _("Steps of accounts")
    header_icon = "history"
    index_url_name = "account_steps"
    index_results_url_name = "account_steps_results"
    filterset_class = StepFilters
    is_searchable = False
    columns = (
        Column("at", label=_("time"), sort_key="at"),
        Column("user", label=_("user"), accessor=lambda step: step.user.email),
        Column("step", label=_("step"), accessor="get_step_display"),
        Column("device", label=_("device"), accessor=lambda step: device_name(step.device)),
    )

    def get_base_queryset(self) -> QuerySet[AccountStep]:
        return AccountStep.objects.select_related("user")


class StepsMenuItem(MenuItem):
    def is_shown(self, request: Any) -> bool:
        return bool(request.user.has_perm(_VIEW))


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    return [
        path("reports/accounts/", StepsView.as_view(), name="account_steps"),
        path("reports/accounts/results/", StepsView.as_view(results_only=True), name="account_steps_results"),
    ]


@hooks.register("register_reports_menu_item")
def menu_item() -> MenuItem:
    return StepsMenuItem(_("Steps of accounts"), reverse("account_steps"), icon_name="history", order=900)
