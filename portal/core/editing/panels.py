"""Panels of the edit page of a content page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    CommentPanel,
    FieldPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    PublishingPanel,
    TabbedInterface,
)
from wagtail.coreutils import safe_snake_case

from portal.core.content_language.readiness import State
from portal.core.editing.access import editable_codes
from portal.core.editing.choices import SearchedChoices
from portal.core.editing.persons import NumbersPanel, hint_texts
from portal.core.languages.catalogue import BY_CODE, CONTENT_CODES

if TYPE_CHECKING:
    from portal.core.editing.forms import ContentPageForm


class LanguagesPanel(Panel):
    """Where each language stands, with a link to open it, and what is missing before the page can be published."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "core/editing/languages_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            page = self.instance
            editable = editable_codes(self.request.user, page)
            context["form"] = self.form
            context["is_new"] = page.pk is None
            context["rows"] = [
                {
                    "name": BY_CODE[code].native_name,
                    "state": State(page.state(code)).label,
                    "state_code": page.state(code),
                    "needs_review": bool(getattr(page, f"needs_review_{code}")),
                    "is_source": code == page.source_language,
                    "is_open": code in self.form.open_codes,
                    "url": (open_url(page, code) if page.pk else f"?language={code}") if code in editable else "",
                }
                for code in CONTENT_CODES
            ]
            context["warnings"] = [*page.editor_warnings(), *hint_texts(page)]
            context["missing"] = page.missing_for_publishing() if page.pk else []
            return context


class ClosedLanguagePanel(Panel):
    """Stands in a language's tab while that language is not open: says so, and offers to open it."""

    def __init__(self, code: str = "", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.code = code

    def clone_kwargs(self) -> dict[str, Any]:
        return {**super().clone_kwargs(), "code": self.code}

    class BoundPanel(Panel.BoundPanel):
        template_name = "core/editing/closed_language_panel.html"

        def is_shown(self) -> bool:
            return self.panel.code not in self.form.open_codes

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            page, code = self.instance, self.panel.code
            context["language"] = BY_CODE[code].native_name
            context["state"] = State(page.state(code)).label
            context["is_new"] = page.pk is None
            context["url"] = open_url(page, code) if page.pk and code in editable_codes(self.request.user, page) else ""
            return context


class SourceTextPanel(Panel):
    """The source text of one field, to read beside the field where it is translated."""

    def __init__(self, field: str = "", code: str = "", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.field = field
        self.code = code

    def clone_kwargs(self) -> dict[str, Any]:
        return {**super().clone_kwargs(), "field": self.field, "code": self.code}

    class BoundPanel(Panel.BoundPanel):
        template_name = "core/editing/source_text_panel.html"

        def is_shown(self) -> bool:
            return self.panel.code == self.form.translation_code and bool(self._source())

        def _source(self) -> Any:
            return getattr(self.instance, f"{self.panel.field}_{self.instance.source_language}")

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            source = BY_CODE[self.instance.source_language]
            value = self._source()
            context["label"] = self.instance._meta.get_field(self.panel.field).verbose_name
            context["language"] = source
            context["text"] = value
            context["is_stream"] = hasattr(value, "stream_block")
            return context


class PartsPanel(InlinePanel):
    """Records that are part of a page. Who only translates does not get them: their form has none (ContentPageForm)."""

    class Absent(Panel.BoundPanel):
        def is_shown(self) -> bool:
            return False

    def get_bound_panel(
        self, instance: Any = None, request: Any = None, form: Any = None, prefix: str = "panel"
    ) -> Panel.BoundPanel:
        if form is not None and self.relation_name not in form.formsets:
            return self.Absent(panel=self, instance=instance, request=request, form=form, prefix=prefix)
        bound: Panel.BoundPanel = super().get_bound_panel(instance, request, form, prefix)
        return bound


def open_url(page: Any, code: str) -> str:
    """The edit page with this language opened."""
    tab = safe_snake_case(BY_CODE[code].native_name)
    return f"{reverse('wagtailadmin_pages:edit', args=[page.pk])}?language={code}#tab-{tab}"


def choices_panel(field: str) -> FieldPanel:
    """Some of a handful: a tick for each."""
    return FieldPanel(field, widget=forms.CheckboxSelectMultiple)


def searched_panel(field: str, finder: str) -> FieldPanel:
    """Some of very many: found by typing."""
    return FieldPanel(field, widget=SearchedChoices(finder))


class LanguageTab(ObjectList):
    """The tab of one language. Where versions are compared, its parts are named with the language."""

    def __init__(self, *args: Any, code: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.code = code

    def clone_kwargs(self) -> dict[str, Any]:
        return {**super().clone_kwargs(), "code": self.code}

    class BoundPanel(ObjectList.BoundPanel):
        def get_comparison(self) -> list[Callable[[Any, Any], Any]]:
            return [partial(_named_comparison, comparison, self.panel.code) for comparison in super().get_comparison()]


def _named_comparison(comparison: Callable[[Any, Any], Any], code: str, before: Any, after: Any) -> Any:
    """The comparison of one field of two versions, called as an editor knows it: “Shqip: title”."""
    made = comparison(before, after)
    label = getattr(made.field, "translated_field", made.field).verbose_name
    made.field_label = f"{BY_CODE[code].native_name}: {label}"
    return made


def language_tab(code: str, fields: Sequence[str]) -> ObjectList:
    """The tab of one language: the fields of the type with, for a translation, the source text above each."""
    panels: list[Panel] = [ClosedLanguagePanel(code=code)]
    for field in fields:
        panels.append(SourceTextPanel(field=field, code=code))
        panels.append(FieldPanel(f"{field}_{code}"))
    panels += [FieldPanel(f"readiness_{code}"), FieldPanel(f"needs_review_{code}")]
    return LanguageTab(panels, heading=BY_CODE[code].native_name, code=code)


def content_edit_handler(
    fields: Iterable[str], details: Iterable[Any] = (), form_class: type[ContentPageForm] | None = None
) -> TabbedInterface:
    """Tabs of a page type: one a language, then what is not text, then address and publication.

    `fields` are the type's translated fields in the order of its page (headline and summary come first by
    themselves); `details` are panels or names of fields that are not text. A type with more to check brings its own
    `form_class`.
    """
    from portal.core.editing.forms import ContentPageForm

    texts = ["headline", "summary", *fields]
    details_panels: list[Any] = [FieldPanel(detail) if isinstance(detail, str) else detail for detail in details]
    overview = ObjectList(
        [
            LanguagesPanel(heading=_("Languages")),
            NumbersPanel(heading=_("Personal numbers")),
            FieldPanel("change_is_substantial"),
            FieldPanel("up_to_date"),
            *details_panels,
            FieldPanel("attachments"),
        ],
        heading=_("Details"),
    )
    settings = ObjectList(
        [
            MultiFieldPanel(
                [FieldPanel("slug"), FieldPanel("source_language"), FieldPanel("is_sample")], heading=_("Page")
            ),
            PublishingPanel(),
            CommentPanel(),
        ],
        heading=_("Publication"),
    )
    tabs = [language_tab(code, texts) for code in CONTENT_CODES]
    return TabbedInterface([*tabs, overview, settings], base_form_class=form_class or ContentPageForm)
