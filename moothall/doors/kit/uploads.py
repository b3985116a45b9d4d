"""Files in a form, read up to a limit and never put in a folder of ours.

Django's own handlers put a file over 2.5 MB into a folder, where it lies open until the request ends. These
are people's bank letters, so they stay in memory, and memory stays bounded: of a file over the limit nothing
is kept but that it was too big, and the rest of the form is read all the same. (The server below us spools a
long body to a file without a name, which nobody else can open and which is gone with the request.)
"""

from __future__ import annotations

from io import BytesIO

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

MOST_BYTES = 10 * 1024 * 1024  # of one file


class UpToTheLimit(FileUploadHandler):
    """Gives an uploaded file whose `content` is its bytes, or None when there were too many."""

    def new_file(self, *about: object, **more: object) -> None:
        super().new_file(*about, **more)
        self._kept: bytearray | None = bytearray()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if self._kept is not None:
            self._kept += raw_data
            if len(self._kept) > MOST_BYTES:
                self._kept = None

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        file = InMemoryUploadedFile(
            BytesIO(self._kept or b""),
            self.field_name,
            self.file_name,
            self.content_type,
            file_size,
            self.charset,
        )
        file.content = None if self._kept is None else bytes(self._kept)
        return file
