"""The place of the signature in a final PDF: a signature field, and objects that a verifier reads quickly.

WeasyPrint knows no signature field: the place is a checkbox, the one field that embeds no font. It also
writes everything into one object stream, on which pyHanko's analysis of differences takes minutes; in many
small ones it takes less than a second, and the file stays small. Both are mended before it is frozen.
"""

from __future__ import annotations

import io

import pikepdf

NAMA = "tanda_tangan"
"""The name of the field, in the template and in the PDF."""
_PILIHAN_SAJA = ("/V", "/AS", "/MK", "/Border", "/Ff")


class TanpaBidangError(Exception):
    """The PDF has no place for a signature."""


def make_signable(isi: bytes) -> bytes:
    """Return the PDF with its field `NAMA` made a signature field; the same PDF gives the same bytes.

    Raises TanpaBidangError when it has none.
    """
    with pikepdf.open(io.BytesIO(isi)) as pdf:
        formulir = pdf.Root.get("/AcroForm")
        semua = [] if formulir is None else list(formulir.Fields)
        bidang = [satu for satu in semua if str(satu.get("/T")) == NAMA]
        if formulir is None or len(bidang) != 1:
            raise TanpaBidangError(f"{len(bidang)} fields are called {NAMA}")
        _turn_into_signature(pdf, bidang[0])
        for kunci in ("/DR", "/NeedAppearances"):
            if kunci in formulir:
                del formulir[kunci]
        hasil = io.BytesIO()
        pdf.save(
            hasil,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
            linearize=False,
        )
    return hasil.getvalue()


def _turn_into_signature(pdf: pikepdf.Pdf, bidang: pikepdf.Object) -> None:
    for kunci in _PILIHAN_SAJA:
        if kunci in bidang:
            del bidang[kunci]
    bidang.FT = pikepdf.Name.Sig
    bidang.F = 4 | 128  # printed, and not to be moved
    kiri, bawah, kanan, atas = (float(satu) for satu in bidang.Rect)
    kiri, kanan = sorted((kiri, kanan))
    bawah, atas = sorted((bawah, atas))
    bidang.Rect = pikepdf.Array([kiri, bawah, kanan, atas])
    kosong = pdf.make_stream(b"")  # PDF/A wants an appearance, even of an empty field
    kosong.Type, kosong.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    kosong.BBox = pikepdf.Array([0, 0, kanan - kiri, atas - bawah])
    bidang.AP = pikepdf.Dictionary(N=kosong)
