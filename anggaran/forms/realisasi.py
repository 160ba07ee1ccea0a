"""The form of the monthly realisasi: money and physical progress of many sub kegiatan."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.http import QueryDict

from anggaran.forms.kisi import KisiForm
from anggaran.models import RealisasiAnggaran, SubKegiatan
from anggaran.periksa_realisasi import IsiBulan, LebihPagu, beyond_pagu, problems
from lkip.angka import BULAN, JenisAngka, isian

Tersimpan = Mapping[tuple[int, int], RealisasiAnggaran]
KEUANGAN, FISIK = "keuangan", "fisik"


def name(kolom: str, sub: int, bulan: int) -> str:
    """Return the name of a cell: "k-12-3" is the money of sub kegiatan 12 in March."""
    return f"{kolom[0]}-{sub}-{bulan}"


class RealisasiForm(KisiForm):
    """Cells for the months `bulan` of `sub`, those in `terkunci` left out."""

    alasan = forms.CharField(
        label="Alasan realisasi melebihi pagu",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Alasan ini tersimpan dalam riwayat sub kegiatan.",
    )
    data_contoh = forms.BooleanField(
        label="Angka pada halaman ini adalah data contoh, dibuat untuk peragaan",
        required=False,
        help_text="Laporan menandai data contoh. Kosongkan untuk angka yang sebenarnya.",
    )

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        sub: Sequence[SubKegiatan],
        bulan: Collection[int],
        terkunci: Collection[int],
        tersimpan: Tersimpan,
        pagu: Mapping[int, Decimal],
    ) -> None:
        super().__init__(data)
        self.sub, self.tersimpan, self.pagu = sub, tersimpan, pagu
        self.bulan = [b for b in sorted(bulan) if b not in terkunci]
        self.terkunci = [b for b in sorted(bulan) if b in terkunci]
        self.bulan_terkunci = frozenset(terkunci)
        self.lebih: list[LebihPagu] = []
        tampak = [r for s in sub for b in self.bulan if (r := tersimpan.get((s.pk, b))) is not None]
        self.initial["data_contoh"] = bool(tampak) and all(r.data_contoh for r in tampak)
        for s in sub:
            for b in self.bulan:
                r = tersimpan.get((s.pk, b))
                self.add_cell(
                    name(KEUANGAN, s.pk, b),
                    f"{s.kode}, realisasi keuangan {BULAN[b - 1]}",
                    JenisAngka.RUPIAH,
                    r.keuangan if r else None,
                )
                self.add_cell(
                    name(FISIK, s.pk, b),
                    f"{s.kode}, realisasi fisik {BULAN[b - 1]}",
                    JenisAngka.PERSEN,
                    r.fisik if r else None,
                    minimum=0,
                    maksimum=100,
                )
        self.finish()

    def clean(self) -> dict[str, Any]:
        """Check each sub kegiatan whose figures changed, over its whole year."""
        isi = super().clean() or {}
        self._refuse_locked()
        for s in self.sub:
            kolom = [name(k, s.pk, b) for b in self.bulan for k in (KEUANGAN, FISIK)]
            if any(satu in self.errors for satu in kolom):
                continue
            if all(isi.get(satu) == self.initial[satu] for satu in kolom):
                continue
            setahun = self.months_of(s)
            for masalah in problems(setahun):
                nama = name(masalah.kolom, s.pk, masalah.bulan)
                if nama in self.fields:
                    self.add_error(nama, masalah.pesan)
                else:
                    self.add_error(None, f"{s.kode}: {masalah.pesan}")
            if (lebih := beyond_pagu(setahun, self.pagu)) is not None:
                self.lebih.append(lebih)
        if self.lebih and not isi.get("alasan", "").strip():
            kode = ", ".join(satu.sub_kegiatan.kode for satu in self.lebih)
            pesan = (
                f"Realisasi melebihi pagu pada {kode}. Periksa angkanya; bila memang benar, tulis alasannya."
            )
            self.add_error("alasan", pesan)
        return isi

    def months_of(self, sub: SubKegiatan) -> list[IsiBulan]:
        """Return the twelve months of a sub kegiatan: as sent where there is a cell, else as stored."""
        return [self._month(sub, b) for b in range(1, 13)]

    def changes(self) -> list[IsiBulan]:
        """Return what the cells hold, for the action."""
        return [self._month(s, b) for s in self.sub for b in self.bulan]

    def _month(self, sub: SubKegiatan, bulan: int) -> IsiBulan:
        r = self.tersimpan.get((sub.pk, bulan))
        lama = (r.keuangan, r.fisik) if r else (None, None)
        contoh = r.data_contoh if r else False
        nama = name(KEUANGAN, sub.pk, bulan)
        if nama not in self.fields:
            return IsiBulan(sub, bulan, *lama, contoh)
        baru = (self.cleaned_data.get(nama), self.cleaned_data.get(name(FISIK, sub.pk, bulan)))
        ditandai = bool(self.cleaned_data.get("data_contoh"))
        if baru != lama or ditandai != self.initial["data_contoh"]:
            contoh = ditandai
        return IsiBulan(sub, bulan, *baru, contoh)

    def _refuse_locked(self) -> None:
        """Say which figures were typed into a quarter that was locked meanwhile."""
        hilang = [
            f"{s.kode} {BULAN[b - 1]}: {terkirim}"
            for s in self.sub
            for b in self.terkunci
            for kolom, jenis in ((KEUANGAN, JenisAngka.RUPIAH), (FISIK, JenisAngka.PERSEN))
            if (terkirim := self.data.get(name(kolom, s.pk, b)))
            and terkirim != isian(getattr(self.tersimpan.get((s.pk, b)), kolom, None), jenis)
        ]
        if hilang:
            pesan = (
                "Triwulannya dikunci setelah Anda membuka halaman ini, sehingga angka berikut tidak dapat "
                f"disimpan: {'; '.join(hilang)}. Minta perencana membuka kembali triwulan itu, atau simpan "
                "yang lain."
            )
            self.add_error(None, pesan)
