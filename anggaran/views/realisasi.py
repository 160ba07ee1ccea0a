"""The monthly realisasi of the sub kegiatan that a person may see: a grid of a year or of one month."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from anggaran.actions.realisasi import save_realisasi
from anggaran.forms.program import units_of
from anggaran.forms.realisasi import RealisasiForm
from anggaran.isi_perjanjian import day_of
from anggaran.kisi_realisasi import SETAHUN, Angka, month, year
from anggaran.models import RealisasiAnggaran, SubKegiatan
from anggaran.pagu import dokumen_berlaku, pagu_of
from anggaran.pohon import load_tree, prune
from lkip.access import Izin, visible_units
from lkip.akses import find_pd, require, signed_in
from lkip.angka import BULAN, romawi
from lkip.isian import Isian
from lkip.kunci import locked_quarters, quarter_of
from lkip.models import PerangkatDaerah, UnitKerja
from lkip.pelaku import Pelaku
from lkip.unduh import downloadable


@downloadable
@require_http_methods(["GET", "HEAD", "POST"])
def realisasi_anggaran(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Show, and save, the figures of a year or of `bulan`, of all units or of `unit`."""
    izin = Izin.ISI_REALISASI if request.method == "POST" else Izin.LIHAT_REALISASI
    pd, pengguna = find_pd(request, slug, izin), signed_in(request)
    unit, bulan = _unit(request, pd), _month(request)
    lihat = visible_units(pengguna, Izin.LIHAT_REALISASI, pd.pk)
    isi = visible_units(pengguna, Izin.ISI_REALISASI, pd.pk)
    dokumen = dokumen_berlaku(pd, tahun, day_of(tahun, timezone.localdate()))
    pagu = pagu_of(dokumen)
    semua = prune(load_tree(pd, tahun, dokumen, pagu, {}), lambda sub: _is_of(sub, lihat))
    pohon = semua if unit is None else prune(semua, lambda sub: _is_of(sub, {unit.pk}))
    terkunci = locked_quarters(pd.pk, tahun)
    dapat_diisi = [s.sub_kegiatan for s in pohon.sub_kegiatan if _is_of(s.sub_kegiatan, isi)]
    tersimpan = {(r.sub_kegiatan_id, r.bulan): r for r in _rows(pd, tahun)}
    bulan_terkunci = [b for b in SETAHUN if quarter_of(b) in terkunci]
    bahan = _Bahan(dapat_diisi, [bulan] if bulan else SETAHUN, bulan_terkunci, tersimpan, pagu)
    isian = Isian.open(request, bahan.rows())
    form = bahan.form(isian.data)

    def simpan() -> str:
        save_realisasi(
            oleh=Pelaku.from_request(request),
            perangkat_daerah=pd,
            tahun=tahun,
            isi=form.changes(),
            alasan=form.cleaned_data["alasan"],
            sidik_terisi=isian.sidik_terisi,
        )
        return request.get_full_path()

    if (selesai := isian.handle([form], simpan, "Realisasi anggaran tersimpan.")) is not None:
        return selesai
    angka = Angka(form)
    konteks: dict[str, Any] = {
        "pd": pd,
        "tahun": tahun,
        "judul": f"Realisasi anggaran {f'{BULAN[bulan - 1]} ' if bulan else 'tahun '}{tahun}",
        "form": form,
        "isian": isian,
        "tersimpan": bahan.form(None) if isian.bentrok else None,
        "kisi": month(pohon, angka, bulan) if bulan else year(pohon, angka),
        "banyak": len(pohon.sub_kegiatan),
        "dapat_diisi": bool(dapat_diisi),
        "terkunci": [romawi(t) for t in sorted(terkunci)],
        "dokumen": dokumen,
        "bulan": bulan,
        "pilihan_bulan": list(enumerate(BULAN, start=1)),
        "unit": unit,
        "pilihan_unit": [u for u in units_of(pd) if lihat is None or u.pk in lihat],
        "sendiri": lihat is not None,
    }
    return render(request, "anggaran/realisasi.html", konteks)


def _rows(pd: PerangkatDaerah, tahun: int) -> QuerySet[RealisasiAnggaran]:
    """Return the realisasi of a year, in the order of `rows_of`."""
    milik = RealisasiAnggaran.objects.filter(
        sub_kegiatan__kegiatan__program__perangkat_daerah=pd, sub_kegiatan__kegiatan__program__tahun=tahun
    )
    return milik.order_by("sub_kegiatan_id", "bulan")


@dataclass(frozen=True)
class _Bahan:
    """What the form is made of: once from what was sent, once more from what is stored after a conflict."""

    sub: list[SubKegiatan]
    bulan: Collection[int]
    terkunci: Collection[int]
    tersimpan: dict[tuple[int, int], RealisasiAnggaran]
    pagu: Mapping[int, Decimal]

    def rows(self) -> list[RealisasiAnggaran]:
        """Return the stored rows that can be changed here, in the order of `rows_of`."""
        milik, terbuka = {s.pk for s in self.sub}, set(self.bulan) - set(self.terkunci)
        return [r for (sub, b), r in self.tersimpan.items() if sub in milik and b in terbuka]

    def form(self, data: Any) -> RealisasiForm:
        """Return the form."""
        return RealisasiForm(
            data,
            sub=self.sub,
            bulan=self.bulan,
            terkunci=self.terkunci,
            tersimpan=self.tersimpan,
            pagu=self.pagu,
        )


def _unit(request: HttpRequest, pd: PerangkatDaerah) -> UnitKerja | None:
    """Return the unit that the page is about. Raises Http404 for one that the person may not see."""
    kode = request.GET.get("unit", "")
    if not kode:
        return None
    unit = get_object_or_404(UnitKerja, perangkat_daerah=pd, kode=kode)
    require(request, Izin.LIHAT_REALISASI, unit)
    return unit


def _month(request: HttpRequest) -> int | None:
    """Return the month that was asked for; anything but 1–12 is the whole year."""
    teks = request.GET.get("bulan", "")
    return (
        int(teks) if teks.isascii() and teks.isdecimal() and len(teks) < 3 and 1 <= int(teks) <= 12 else None
    )


def _is_of(sub: SubKegiatan, unit: Collection[int] | None) -> bool:
    """Return whether one of these units answers for the sub kegiatan or carries it out; None is all."""
    return unit is None or not sub.unit_kerja_ids.isdisjoint(unit)
