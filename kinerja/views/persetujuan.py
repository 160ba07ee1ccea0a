"""The inbox of the head of a unit: what was submitted, to approve together or to return one by one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from kinerja.actions.langkah_realisasi import approve_realisasi, submission_of
from kinerja.alur_realisasi import AJUKAN, Status
from kinerja.hitung_realisasi import Pengukuran
from kinerja.models import Indikator, RealisasiIndikator, RencanaAksi
from kinerja.muat_realisasi import gather, prepared, targets_of
from kinerja.tampil_realisasi import TampilHasil
from kinerja.views.langkah_realisasi import address, source
from lkip.access import Izin, visible_units
from lkip.akses import find_pd, signed_in
from lkip.angka import romawi
from lkip.forms.langkah import LangkahForm
from lkip.isian import Isian
from lkip.kebijakan import find_aturan
from lkip.models import Jejak, PerangkatDaerah
from lkip.pelaku import Pelaku


@dataclass(frozen=True)
class Baris:
    """One submitted realisasi as the head sees it; `pilihan` names this very submission."""

    realisasi: RealisasiIndikator
    hasil: TampilHasil
    bukti: int
    alasan: str
    alamat: str
    pilihan: str
    sendiri: bool

    @property
    def unit(self) -> str:
        """The units that answer for it."""
        return "; ".join(u.nama for u in self.realisasi.indikator.penanggung_jawab.all())


class PilihanForm(LangkahForm):
    """Which of them are approved; what was sent is looked up again, one by one."""

    pilih = forms.MultipleChoiceField(
        label="Realisasi yang disetujui",
        error_messages={"required": "Pilih paling sedikit satu realisasi, lalu tekan Setujui yang dipilih."},
    )

    def __init__(self, data: object, *, pilihan: Sequence[str]) -> None:
        super().__init__(data)
        kolom = self.fields["pilih"]
        assert isinstance(kolom, forms.MultipleChoiceField)
        kolom.choices = [(satu, satu) for satu in pilihan]


@require_http_methods(["GET", "HEAD", "POST"])
def persetujuan(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Show what waits in the units that the person leads today; approve what was chosen."""
    pd = find_pd(request, slug, Izin.SETUJUI_REALISASI)
    oleh = Pelaku.from_request(request)
    unit = visible_units(signed_in(request), Izin.SETUJUI_REALISASI, pd.pk)
    diajukan = _submitted(pd, tahun, unit)
    isian = Isian.open(request)
    form = PilihanForm(isian.data, pilihan=request.POST.getlist("pilih"))

    def simpan() -> str:
        _approve(request, oleh, pd, tahun, form.cleaned_data["pilih"])
        return request.path

    if (selesai := isian.handle([form], simpan)) is not None:
        return selesai
    baris = _rows(diajukan, oleh, pd, tahun)
    konteks = {
        "pd": pd,
        "tahun": tahun,
        "judul": f"Persetujuan realisasi {tahun}",
        "triwulan": [(n, [b for b in baris if b.realisasi.triwulan == n]) for n in range(1, 5)],
        "baris": baris,
        "form": form,
        "isian": isian,
    }
    return render(request, "kinerja/persetujuan.html", konteks)


def _submitted(pd: PerangkatDaerah, tahun: int, unit: frozenset[int] | None) -> QuerySet[RealisasiIndikator]:
    milik = Indikator.objects.filter(renstra__perangkat_daerah=pd).milik(unit)
    rencana = RencanaAksi.objects.filter(
        indikator=OuterRef("indikator"), tahun=tahun, triwulan=OuterRef("triwulan")
    )
    return (
        RealisasiIndikator.objects.filter(
            indikator__in=milik.values("pk"), tahun=tahun, status=Status.DIAJUKAN
        )
        .annotate(banyak_bukti=Count("bukti"), target_triwulan=Subquery(rencana.values("target")[:1]))
        .order_by("triwulan", "indikator__jenis", "indikator__urutan", "indikator__kode")
    )


def _rows(
    diajukan: QuerySet[RealisasiIndikator], oleh: Pelaku, pd: PerangkatDaerah, tahun: int
) -> list[Baris]:
    """Return them measured, each with the quarters before it (11 queries)."""
    semua = list(diajukan)
    alasan = _reasons(semua)
    milik = prepared(Indikator.objects.filter(pk__in={satu.indikator_id for satu in semua}))
    indikator = {satu.pk: satu for satu in milik}
    laporan = RealisasiIndikator.objects.filter(indikator__in=indikator, tahun=tahun)
    ukur = gather(
        indikator.values(),
        laporan.prefetch_related("komponen"),
        targets_of(indikator.values(), tahun),
        find_aturan(pd.pk, tahun),
        _planned(semua),
    )
    for satu in semua:
        satu.indikator = indikator[satu.indikator_id]
    return [
        Baris(
            satu,
            _result(ukur[satu.indikator_id], satu.triwulan),
            getattr(satu, "banyak_bukti", 0),
            alasan.get(str(satu.pk), ""),
            address(satu),
            f"{satu.pk} {submission_of(satu)}",
            satu.diajukan_oleh == oleh.nama[:300],
        )
        for satu in semua
    ]


def _planned(semua: Iterable[RealisasiIndikator]) -> dict[int, dict[int, RencanaAksi]]:
    """Return what `_submitted` brought along of the rencana aksi, by indikator and triwulan."""
    hasil: dict[int, dict[int, RencanaAksi]] = defaultdict(dict)
    for satu in semua:
        target = getattr(satu, "target_triwulan", None)
        hasil[satu.indikator_id][satu.triwulan] = RencanaAksi(triwulan=satu.triwulan, target=target)
    return hasil


def _result(ukur: Pengukuran, triwulan: int) -> TampilHasil:
    return TampilHasil.of(ukur, triwulan, ukur.hitung(triwulan))


def _reasons(semua: Sequence[RealisasiIndikator]) -> dict[str, str]:
    """Return why each was submitted although something was missing, by key (1 query)."""
    jejak = Jejak.objects.filter(
        objek_jenis=RealisasiIndikator._meta.label,
        objek_kunci__in=[str(satu.pk) for satu in semua],
        tindakan=AJUKAN,
    )
    return dict(jejak.order_by("waktu", "pk").values_list("objek_kunci", "alasan"))  # the last one stays


def _approve(request: HttpRequest, oleh: Pelaku, pd: PerangkatDaerah, tahun: int, pilih: list[str]) -> None:
    """Approve each; what cannot be approved any more is said and keeps nothing else back."""
    kunci = [satu.partition(" ") for satu in pilih]
    ada = {
        str(satu.pk): satu
        for satu in source().filter(
            pk__in=[pk for pk, _, _ in kunci if pk.isascii() and pk.isdecimal()],
            indikator__renstra__perangkat_daerah=pd,
            tahun=tahun,
        )
    }
    disetujui = 0
    for pk, _, pengajuan in kunci:
        if (satu := ada.get(pk)) is None or not oleh.has_izin(Izin.SETUJUI_REALISASI, satu):
            messages.error(request, "Satu realisasi yang dipilih tidak ditemukan lagi.")
            continue
        try:
            approve_realisasi(oleh=oleh, realisasi=satu, pengajuan=pengajuan)
        except ValidationError as galat:
            sebutan = f"Triwulan {romawi(satu.triwulan)}, {satu.indikator}"
            messages.error(request, f"{sebutan}: {' '.join(galat.messages)}")
        else:
            disetujui += 1
    if disetujui:
        messages.success(request, f"{disetujui} realisasi disetujui.")
