"""Small files to try things on, made on the spot."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image


def pdf_of(pages: list[str]) -> bytes:
    """A valid PDF with one line of ASCII text on each page."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{4 + 2 * n} 0 R' for n in range(len(pages)))}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, text in enumerate(pages):
        stream = f"BT /F1 24 Tf 72 700 Td ({text}) Tj ET"
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {5 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    body = "%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    body += (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    )
    return body.encode("ascii")


def png_of(size: tuple[int, int] = (40, 30)) -> bytes:
    stream = BytesIO()
    Image.new("RGB", size, (15, 90, 90)).save(stream, "PNG")
    return stream.getvalue()


@pytest.fixture
def make_pdf() -> Callable[[list[str]], bytes]:
    return pdf_of


@pytest.fixture
def store(tmp_path: Path) -> Callable[[str, bytes], Path]:
    """Puts bytes into a file of this name and gives its path."""

    def write(name: str, content: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return write


@pytest.fixture
def png() -> Callable[[str], SimpleUploadedFile]:
    return lambda name="square.png": SimpleUploadedFile(name, png_of(), content_type="image/png")


@pytest.fixture
def fetch(client: Client) -> Callable[..., Any]:
    """Gets an address as a reader's browser does: all of the answer, kept as `body`, so that the file is closed."""

    def get(address: str, **options: Any) -> Any:
        response = client.get(address, **options)
        response.body = response.getvalue() if response.streaming else response.content
        return response

    return get
