"""PDFs made to be expensive, in a few kilobytes or megabytes each."""

from __future__ import annotations

import zlib

_CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
_ONE_PAGE = b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>"


def nested_arrays() -> bytes:
    return _pdf(_CATALOG, _ONE_PAGE, _page(b"/Annots " + b"[" * 200_000 + b"]" * 200_000))


def nested_states() -> bytes:
    """Three million times: keep how things are drawn, to return to it later."""
    return _pdf(_CATALOG, _ONE_PAGE, _page(b"/Contents 4 0 R"), _stream(b"q " * 3_000_000))


def deep_tree(depth: int = 20_000) -> bytes:
    """Pages within pages within pages."""
    levels = (
        b"<< /Type /Pages /Count 1 /Kids [%d 0 R] /Parent %d 0 R >>" % (n + 1, n - 1) for n in range(2, depth + 2)
    )
    return _pdf(_CATALOG, *levels, _page(parent=depth + 1))


def billions_of_pages() -> bytes:
    """It says so."""
    return _pdf(_CATALOG, b"<< /Type /Pages /Count 2147483647 /Kids [3 0 R] >>", _page())


def a_million_pages() -> bytes:
    """It has them: the same one."""
    kids = b"3 0 R " * 1_000_000
    return _pdf(_CATALOG, b"<< /Type /Pages /Count 1000000 /Kids [%s] >>" % kids, _page())


def giant_page() -> bytes:
    return _pdf(_CATALOG, _ONE_PAGE, _page(box=b"[0 0 1e9 1e9]"))


def giant_picture(side: int = 40_000) -> bytes:
    packer = zlib.compressobj(9)
    rows = b"\0" * (side // 8 * 100)
    data = b"".join(packer.compress(rows) for _ in range(side // 100)) + packer.flush()
    picture = b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 1"
    return _pdf(
        _CATALOG,
        _ONE_PAGE,
        _page(b"/Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >>"),
        _stream(b"595 0 0 842 0 0 cm /I Do"),
        _packed(data, picture % (side, side)),
    )


def _page(extra: bytes = b"", box: bytes = b"[0 0 595 842]", parent: int = 2) -> bytes:
    return b"<< /Type /Page /Parent %d 0 R /MediaBox %s %s >>" % (parent, box, extra)


def _stream(data: bytes) -> bytes:
    return _packed(zlib.compress(data, 9), b"")


def _packed(data: bytes, extra: bytes) -> bytes:
    return b"<< /Length %d /Filter /FlateDecode %s >>\nstream\n%s\nendstream" % (len(data), extra, data)


def _pdf(*objects: bytes) -> bytes:
    parts, offsets, place = [b"%PDF-1.7\n"], [], len(b"%PDF-1.7\n")
    for number, content in enumerate(objects, start=1):
        offsets.append(place)
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, content))
        place += len(parts[-1])
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table))
    parts.append(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, place))
    return b"".join(parts)
