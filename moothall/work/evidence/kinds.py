"""What a file is, told from its first bytes. Its name and what the browser says of it are not asked.

We read no further and open nothing: a file that is two things at once is kept as the one that it begins as,
and leaves as a file of that kind to save. Signatures: PDF ISO 32000-1 7.5.2; JPEG ITU-T T.81 B.1.1.3 (SOI and
a marker); PNG W3C 5.2 with its IHDR; HEIC ISO/IEC 23008-12 10 (brands of the file type box).
"""

from __future__ import annotations

HEIC_BRANDS = (b"heic", b"heix", b"mif1", b"msf1", b"hevc", b"heim", b"heis")
CONTENT_TYPES = {
    "pdf": "application/pdf",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "heic": "image/heic",
}
# How the name of a saved file of that kind ends.
ENDINGS = {"pdf": "pdf", "jpeg": "jpg", "png": "png", "heic": "heic"}


def kind_of(content: bytes) -> str | None:
    """`pdf`, `jpeg`, `png`, `heic`, or None for anything else."""
    if content.startswith(b"%PDF-"):
        return "pdf"
    if content.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if content.startswith(b"\x89PNG\r\n\x1a\n") and content[12:16] == b"IHDR":
        return "png"
    if content[4:8] == b"ftyp" and content[8:12] in HEIC_BRANDS:
        return "heic"
    return None
