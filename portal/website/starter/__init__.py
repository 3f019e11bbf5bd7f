"""Starter content of the site: home, lists, plain pages, beneficiaries, news, highlights, key documentation."""

from __future__ import annotations

from pathlib import Path

from portal.core.starter.registry import register_loader
from portal.core.starter.report import Report
from portal.website.starter.beneficiaries import load_beneficiary_pages
from portal.website.starter.home import load_home_and_lists
from portal.website.starter.key_documentation import load_key_documentation
from portal.website.starter.news import load_highlights, load_news
from portal.website.starter.pictures import load_pictures
from portal.website.starter.plain_pages import load_plain_pages

DATA = Path(__file__).resolve().parent.parent / "starter_data"


def home_and_lists(report: Report) -> None:
    load_home_and_lists(DATA / "pages.json", report)


def plain_pages(report: Report) -> None:
    load_plain_pages(DATA / "plain_pages", report)


def beneficiary_pages(report: Report) -> None:
    load_beneficiary_pages(DATA / "beneficiaries.json", report)


def pictures(report: Report) -> None:
    load_pictures(DATA / "pictures.json", report)


def news(report: Report) -> None:
    load_news(DATA / "news.json", report)


def highlights(report: Report) -> None:
    load_highlights(DATA / "highlights.json", report)


def key_documentation(report: Report) -> None:
    load_key_documentation(DATA / "key_documentation.json", report)


register_loader(30, "home and lists", home_and_lists)
register_loader(32, "plain pages", plain_pages)
register_loader(34, "pages of beneficiaries", beneficiary_pages)
register_loader(36, "pictures", pictures)
register_loader(38, "news", news)
register_loader(39, "highlights", highlights)
# Last of all: it links to standards, which another app brings.
register_loader(80, "key documentation", key_documentation)
