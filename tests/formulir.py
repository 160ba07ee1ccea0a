"""The form of a page as a browser without JavaScript would send it."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any


class _Pembaca(HTMLParser):
    """Collects the fields of the forms, templates left out: those a browser does not send."""

    def __init__(self) -> None:
        super().__init__()
        self.isi: dict[str, list[str]] = {}
        self._templat = 0
        self._pilihan: str | None = None
        self._pertama: str | None = None
        self._teks: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        ciri = dict(attrs)
        if tag == "template":
            self._templat += 1
        if self._templat:
            return
        nama = ciri.get("name")
        if tag == "input" and nama and "disabled" not in ciri:
            pilihan = ciri.get("type") in {"checkbox", "radio"}
            if not pilihan or "checked" in ciri:
                self.isi.setdefault(nama, []).append(ciri.get("value") or ("on" if pilihan else ""))
        elif tag == "textarea" and nama:
            self._teks = nama
            self.isi[nama] = [""]
        elif tag == "select" and nama:
            self._pilihan, self._pertama = nama, None
        elif tag == "option" and self._pilihan:
            if self._pertama is None:
                self._pertama = ciri.get("value") or ""
            if "selected" in ciri:
                self.isi.setdefault(self._pilihan, []).append(ciri.get("value") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "template":
            self._templat -= 1
        elif tag == "select":
            if self._pilihan is not None:
                self.isi.setdefault(self._pilihan, [self._pertama or ""])
            self._pilihan = None
        elif tag == "textarea":
            self._teks = None

    def handle_data(self, data: str) -> None:
        if self._teks is not None:
            self.isi[self._teks][0] += data.removeprefix("\n")


def isian_of(jawaban: Any) -> dict[str, Any]:
    """Return what the form of the page holds, ready to be changed and sent."""
    pembaca = _Pembaca()
    pembaca.feed(jawaban.content.decode())
    return {nama: nilai if len(nilai) > 1 else nilai[0] for nama, nilai in pembaca.isi.items()}


def galat_of(jawaban: Any) -> str:
    """Return the summary of errors of the page as text."""
    teks = jawaban.content.decode()
    _, _, sesudah = teks.partition('id="ringkasan-galat"')
    return sesudah.partition("</div>")[0]
