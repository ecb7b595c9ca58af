"""The QR code of an address, drawn as vectors."""

import segno

QUIET_ZONE = 2
"""White modules around the code; the paper around it is white too."""


def qr_code(address: str) -> str:
    """The code as a ``data:`` address of a picture."""
    return segno.make(address, error="m", micro=False).svg_data_uri(
        border=QUIET_ZONE, omitsize=True
    )
