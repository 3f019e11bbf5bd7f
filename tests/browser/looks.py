"""What is wrong with a page as the browser shows it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

AXE = Axe()
CROWDED = (Path(__file__).parent / "crowded.js").read_text(encoding="utf-8")


def violations(page: Page, *but: str) -> dict[str, list[str]]:
    """What axe finds, by rule, with where; rules of WCAG 2.2 AA and its best practices, without those named."""
    options = {"rules": {rule: {"enabled": False} for rule in but}}
    found = AXE.run(page, options=options).response["violations"]
    return {rule["id"]: [" ".join(map(str, node["target"])) for node in rule["nodes"]][:5] for rule in found}


def sideways(page: Page) -> Any:
    """How many pixels the page is wider than the window, and what sticks out."""
    return page.evaluate(
        """() => {
            const width = document.documentElement.clientWidth;
            const over = document.documentElement.scrollWidth - width;
            if (over <= 0) return [];
            return [over, ...[...document.querySelectorAll('body *')]
                .filter(element => element.getBoundingClientRect().right > width + 1)
                .slice(0, 5).map(element => element.outerHTML.slice(0, 120))];
        }"""
    )


def crowded(page: Page) -> Any:
    """Text that is cut off, sticks out of its box, or lies over other text."""
    return page.evaluate(CROWDED)


def moving(page: Page) -> Any:
    """What would move by itself or on the way from one state to another, for somebody who asked for less motion."""
    page.emulate_media(reduced_motion="reduce")
    try:
        return page.evaluate(
            """() => [...document.querySelectorAll('*')].flatMap(element => [null, '::before', '::after']
                .filter(part => {
                    const style = getComputedStyle(element, part);
                    const lasts = style.transitionDuration.split(',').some(duration => parseFloat(duration) > 0);
                    return lasts || style.animationName !== 'none' || style.scrollBehavior === 'smooth';
                })
                .map(part => `${element.localName}.${element.className}${part ?? ''}`)).slice(0, 5)"""
        )
    finally:
        page.emulate_media(reduced_motion="null")
