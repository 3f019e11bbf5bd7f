"""Office files to try things on, sound and hostile ones, made on the spot."""

import zipfile
from io import BytesIO

import docx
import openpyxl
import pptx
from docx.oxml import OxmlElement

MANIFEST = (
    '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
)
NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in (("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"))
)


def docx_of(pages, cells=(), size=0):
    """A Word file with one paragraph a page, as Word saved it; `size` paragraphs more on the last page."""
    document = docx.Document()
    for number, text in enumerate(pages):
        run = document.add_paragraph().add_run()
        if number:
            run._r.append(OxmlElement("w:lastRenderedPageBreak"))
        run._r.add_t(text)
    if cells:
        row = document.add_table(rows=1, cols=len(cells)).rows[0]
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    for _ in range(size):
        document.add_paragraph("many words " * 100)
    return saved(document)


def pptx_of(slides, notes=""):
    presentation = pptx.Presentation()
    for text in slides:
        slide = presentation.slides.add_slide(presentation.slide_layouts[5])
        slide.shapes.title.text = text
        table = slide.shapes.add_table(1, 1, 0, 0, 9144000, 100000).table
        table.cell(0, 0).text = f"cell of {text}"
    if notes:
        slide.notes_slide.notes_text_frame.text = notes
    return saved(presentation)


def xlsx_of(sheets):
    """A workbook of named sheets, each a list of rows."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return saved(book)


def open_document_of(body, kind="text", prolog="", manifest=MANIFEST):
    """An ODT (`text`), ODS (`spreadsheet`) or ODP (`presentation`) with this body."""
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{prolog}<office:document-content {NAMES}>'
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    )
    return zip_of(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "META-INF/manifest.xml": manifest,
            "content.xml": content,
        }
    )


def zip_of(members):
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def with_members(archive, members):
    """The archive with these members put in, or in place of those of their name."""
    with zipfile.ZipFile(BytesIO(archive)) as source:
        kept = {name: source.read(name) for name in source.namelist()}
    return zip_of(kept | members)


def saved(document):
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()
