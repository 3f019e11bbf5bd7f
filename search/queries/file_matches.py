"""Which file of a result it was found by, and on which page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from portal.core.files.kinds import extension_of
from portal.core.files.text import PAGE_END
from portal.core.languages.catalogue import html_lang_for_reader
from portal.core.languages.folding import fold_word
from portal.core.languages.reader import current_reader
from portal.core.models import FileText, PortalDocument
from portal.core.pages.listing import lang_beside
from portal.core.visibility.audience import Holder, Rules
from search.analysis.language_groups import GROUP_CODES, GROUP_OF
from search.outbox.attached_file import AttachedFile
from search.queries.highlight import highlight
from search.queries.passages import passage
from search.understanding.marks import Marks

#: Characters of files that are looked through for one list of results, so that it comes at once whatever is attached.
_MOST: Final = 1_000_000

_WORD: Final = re.compile(r"\w+")
_SLIDES: Final = frozenset({"odp", "pptx"})
_SHEETS: Final = frozenset({"ods", "xlsx"})


@dataclass(frozen=True, slots=True)
class FileMatch:
    """A file as `components/result.html` names it. `lang` is empty where it is the language of the page around it.

    `place` is "page 3", "slide 3" or "sheet 3", "" where the file is not divided or the match is in the title alone;
    `passage` is the part of that page with the match marked.
    """

    title: SafeString
    url: str
    type_label: str
    place: str
    passage: SafeString | None
    lang: str


def file_matches(pages: Collection[int], who: Holder, marks: Marks) -> dict[int, FileMatch]:
    """For pages with these keys the file with most of the marked words, as far as this person may see it now.

    One query, and two more when something is attached, whatever the number of pages.
    """
    if not pages or not marks:
        return {}
    attached = list(AttachedFile.objects.filter(page__in=pages).select_related("file__collection").order_by("pk"))
    if not attached:
        return {}
    rules = Rules.of_collections()
    files = [(one.page_id, one.file) for one in attached if who.satisfies(rules.requirements(one.file.collection.path))]
    finds = _finds({file.pk: file for _, file in files}, marks)
    best: dict[int, tuple[int, PortalDocument]] = {}
    for page, file in files:
        if file.pk in finds and finds[file.pk].words > best.get(page, (0, file))[0]:
            best[page] = (finds[file.pk].words, file)
    return {page: _match(file, finds[file.pk], marks) for page, (_, file) in best.items()}


@dataclass(frozen=True, slots=True)
class _Find:
    """How many different words of the question are in a file, and the page with most; `number` counts from 1."""

    words: int
    number: int = 0
    pages: int = 0
    page: str = ""


def _finds(files: Mapping[int, PortalDocument], marks: Marks) -> dict[int, _Find]:
    finds: dict[int, _Find] = {}
    for key, file in files.items():
        in_title = len(_marked_words(file.title, _groups(file), marks))
        if in_title:
            finds[key] = _Find(in_title)
    room = _MOST
    for key, text in FileText.objects.filter(pk__in=files).values_list("pk", "text").iterator(chunk_size=1):
        text = text[:room]
        room -= len(text)
        find = _in_text(text, _groups(files[key]), marks)
        if find and find.words >= finds.get(key, _Find(0)).words:
            finds[key] = find
        if room <= 0:
            break
    return finds


def _in_text(text: str, groups: Collection[str], marks: Marks) -> _Find | None:
    words = _marked_words(text, groups, marks)
    if not words:
        return None
    pages = text.split(PAGE_END)
    found = re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")
    different = Counter(
        {number: len({words[word] for word in found.findall(page)}) for number, page in enumerate(pages, start=1)}
    )
    number, most = max(different.items(), key=lambda pair: (pair[1], -pair[0]))
    return _Find(most, number, len(pages), pages[number - 1])


def _marked_words(text: str, groups: Collection[str], marks: Marks) -> dict[str, str]:
    """The words of the text that are marked, as they are written there, each with its folded form."""
    # Each different word is looked at once: a long text has few of them.
    folded = {word: fold_word(word) for word in set(_WORD.findall(text))}
    return {word: form for word, form in folded.items() if any((group, form) in marks for group in groups)}


def _groups(file: PortalDocument) -> tuple[str, ...]:
    return (GROUP_OF[file.language],) if file.language else GROUP_CODES


def _match(file: PortalDocument, find: _Find, marks: Marks) -> FileMatch:
    groups = _groups(file)
    shown = (passage(find.page, group, marks) for group in groups)
    titles = [highlight(file.title, group, marks) for group in groups]
    return FileMatch(
        title=next((title for title in titles if "<mark>" in title), titles[0]),
        url=file.url,
        type_label=file.extension,
        place=_place(extension_of(file.filename), find),
        passage=next(filter(None, shown), None),
        lang=lang_beside(html_lang_for_reader(file.language, current_reader().language)) if file.language else "",
    )


def _place(extension: str, find: _Find) -> str:
    number = {"number": find.number}
    if extension in _SLIDES and find.number:
        return gettext("slide %(number)s") % number
    if extension in _SHEETS and find.number:
        return gettext("sheet %(number)s") % number
    # Of a text without pages nobody could tell which is meant.
    return gettext("page %(number)s") % number if find.pages > 1 else ""
