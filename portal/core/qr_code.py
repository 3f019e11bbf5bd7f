"""Texts as QR codes."""

from __future__ import annotations

import qrcode


def qr_svg(text: str, margin: int = 0) -> str:
    """A drawing of one path, with so many empty modules around it; readers of codes want four of them."""
    code = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, border=0)
    code.add_data(text)
    rows = code.get_matrix()
    squares = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    size = len(rows) + 2 * margin
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{-margin} {-margin} {size} {size}"'
        f' shape-rendering="crispEdges"><path d="{squares}"/></svg>'
    )
