"""Applying all or nothing, the preview that has grown old, and taking an import back."""

from __future__ import annotations

import io
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile
from openpyxl import load_workbook

from anggaran.actions.impor import apply_impor, check_impor, undo_impor
from anggaran.imports.templat import template
from anggaran.models import DokumenAnggaran, Pagu, Program, RealisasiAnggaran, SubKegiatan
from lkip.actions.impor import PratinjauBerubah, receive_impor
from lkip.models import Impor, Jejak, Revisi
from lkip.pelaku import Pelaku
from lkip.peran import Peran
from lkip.revisi import current
from lkip.tulis_banyak import TidakDapatDibatalkan
from tests.anggaran.imports import buku
from tests.anggaran.imports.buku import KECIL
from tests.anggaran.imports.cacat import _byte
from tests.anggaran.imports.dunia import PAGU, REALISASI, SISTEM, buat_pd, periksa, tujuan
from tests.factories import (
    IndikatorRenjaFactory,
    PenggunaFactory,
    PeriodeTriwulanFactory,
    UnitKerjaFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def terima(pd, isi, jenis=PAGU, oleh=SISTEM, **pilihan):
    dokumen = DokumenAnggaran.objects.filter(perangkat_daerah=pd).first()
    return receive_impor(
        oleh=oleh,
        perangkat_daerah=pd,
        tahun=2024,
        jenis=jenis,
        berkas=ContentFile(_byte(isi)),
        nama="Pagu perubahan.xlsx",
        pilihan={"dokumen": dokumen.pk if dokumen else None, **pilihan},
    )


def keadaan():
    return (
        sorted(Pagu.objects.values_list("sub_kegiatan__kode", "jumlah")),
        sorted(
            RealisasiAnggaran.objects.values_list(
                "sub_kegiatan__kode", "bulan", "keuangan", "fisik", "data_contoh"
            )
        ),
        sorted(SubKegiatan.objects.values_list("kode", "nama")),
    )


def test_an_import_and_its_undo_leave_everything_as_it_was():
    pd = buat_pd()
    semula = keadaan()
    baru = buku.ubah(KECIL, KECIL[0].kode, pagu=Decimal(7_000_000))
    impor = terima(pd, buku.pagu(baru))
    hasil = check_impor(oleh=SISTEM, impor=impor)
    assert [(u.sebelum, u.sesudah) for u in hasil.ubahan if u.jenis == "berubah"] == [(5_000_000, 7_000_000)]
    nomor = current(pd, 2024).nomor
    apply_impor(oleh=SISTEM, impor=impor, sidik=hasil.sidik)
    assert Pagu.objects.get(sub_kegiatan__kode=KECIL[0].kode).jumlah == 7_000_000
    assert Revisi.objects.get(perangkat_daerah=pd, tahun=2024).nomor == nomor + 1
    jejak = Jejak.objects.get(objek_jenis="anggaran.Pagu")
    assert (jejak.tindakan, jejak.sebelum["jumlah"], jejak.sesudah["jumlah"]) == (
        "impor",
        "5000000.00",
        "7000000.00",
    )
    assert "Pagu perubahan.xlsx" in jejak.alasan
    impor.refresh_from_db()
    assert (impor.status, impor.diterapkan_oleh) == ("diterapkan", "perintah uji")
    assert undo_impor(oleh=SISTEM, impor=impor) == 1
    assert keadaan() == semula
    assert Impor.objects.get().status == "dibatalkan"


def test_realisasi_new_changed_and_emptied_comes_back():
    pd = buat_pd(realisasi=True)
    RealisasiAnggaran.objects.filter(sub_kegiatan__kode=KECIL[1].kode).delete()
    RealisasiAnggaran.objects.filter(sub_kegiatan__kode=KECIL[2].kode).update(data_contoh=True)
    semula = keadaan()
    isi = buku.bulanan(KECIL)
    ws = isi.worksheets[0]
    ws.cell(2, 25).value = ws.cell(2, 26).value = None  # the first one emptied
    ws.cell(4, 25).value = 14_000_000_000
    impor = terima(pd, isi, REALISASI)
    apply_impor(oleh=SISTEM, impor=impor, dikonfirmasi=True)
    assert not RealisasiAnggaran.objects.filter(sub_kegiatan__kode=KECIL[0].kode).exists()
    assert RealisasiAnggaran.objects.get(sub_kegiatan__kode=KECIL[1].kode).keuangan == KECIL[1].realisasi
    ketiga = RealisasiAnggaran.objects.get(sub_kegiatan__kode=KECIL[2].kode)
    assert (ketiga.keuangan, ketiga.data_contoh) == (14_000_000_000, False)
    impor.refresh_from_db()
    undo_impor(oleh=SISTEM, impor=impor)
    assert keadaan() == semula


def test_control_totals_name_the_months_and_what_other_months_hold(tmp_path):
    ke, seluruhnya = tujuan(buat_pd(realisasi=True)), sum(r.realisasi for r in KECIL)
    hasil = periksa(buku.daftar(KECIL, "Maret"), REALISASI, ke, tmp_path)
    assert [(k.nama, k.berkas, k.selisih) for k in hasil.kontrol[:2]] == [
        ("Realisasi keuangan Maret", seluruhnya, 0),
        ("Realisasi keuangan setahun, dengan bulan lain", seluruhnya, seluruhnya),
    ]
    (satu, *_) = periksa(buku.bulanan(KECIL), REALISASI, ke, tmp_path).kontrol
    assert (satu.nama, satu.selisih) == ("Realisasi keuangan seluruhnya", 0)


def test_missing_sub_kegiatan_are_added_on_request_and_taken_back():
    pd = buat_pd(KECIL[:3])
    semula = keadaan()
    impor = terima(pd, buku.sipd_pagu(KECIL), tambah=True)
    hasil = check_impor(oleh=SISTEM, impor=impor)
    assert not hasil.ditolak
    apply_impor(oleh=SISTEM, impor=impor, dikonfirmasi=True)
    sub = SubKegiatan.objects.get(kode="1.06.04.1.03.0011")
    assert (sub.nama, sub.kegiatan.nama, sub.kegiatan.program.nama, sub.kode_resmi) == (
        "Pelayanan Reunifikasi Keluarga",
        "Rehabilitasi Lanjut Usia",
        "Program Rehabilitasi Sosial",
        False,
    )
    assert sum(p.jumlah for p in Pagu.objects.all()) == sum(r.pagu for r in KECIL)
    impor.refresh_from_db()
    dipakai = IndikatorRenjaFactory(sub_kegiatan=sub)
    with pytest.raises(TidakDapatDibatalkan, match="sudah dipakai"):
        undo_impor(oleh=SISTEM, impor=impor)
    dipakai.delete()
    undo_impor(oleh=SISTEM, impor=impor)
    assert keadaan() == semula
    assert not Program.objects.filter(kode="1.06.04").exists()


def test_errors_leave_everything_as_it_was():
    pd = buat_pd()
    semula = keadaan()
    isi = buku.pagu(buku.ubah(KECIL, KECIL[0].kode, pagu=Decimal(1)))
    isi.worksheets[0]["C5"] = "x"
    impor = terima(pd, isi)
    with pytest.raises(ValidationError, match="kesalahan"):
        apply_impor(oleh=SISTEM, impor=impor, dikonfirmasi=True, alasan="x")
    assert keadaan() == semula


def test_warnings_are_confirmed_and_more_than_the_pagu_needs_a_reason():
    pd = buat_pd()
    impor = terima(pd, buku.daftar(buku.ubah(KECIL, KECIL[0].kode, realisasi=Decimal(5_000_001))), REALISASI)
    with pytest.raises(ValidationError, match="peringatan") as galat:
        apply_impor(oleh=SISTEM, impor=impor)
    assert len(galat.value.messages) == 2
    with pytest.raises(ValidationError, match="alasan"):
        apply_impor(oleh=SISTEM, impor=impor, dikonfirmasi=True)
    apply_impor(oleh=SISTEM, impor=impor, dikonfirmasi=True, alasan="Pergeseran belum tercatat")
    assert Jejak.objects.filter(alasan__contains="Pergeseran belum tercatat", tindakan="impor").count() == 7


def test_a_preview_that_has_grown_old_is_shown_again():
    pd = buat_pd()
    impor = terima(pd, buku.pagu(buku.ubah(KECIL, KECIL[0].kode, pagu=Decimal(7_000_000))))
    lama = check_impor(oleh=SISTEM, impor=impor).sidik
    Pagu.objects.filter(sub_kegiatan__kode=KECIL[0].kode).update(jumlah=6_000_000)
    with pytest.raises(PratinjauBerubah):
        apply_impor(oleh=SISTEM, impor=impor, sidik=lama)
    impor.refresh_from_db()
    assert impor.hasil["ubahan"][0]["sebelum"] == "6.000.000"
    apply_impor(oleh=SISTEM, impor=impor, sidik=impor.hasil["sidik"])
    with pytest.raises(ValidationError, match="sudah diterapkan"):
        apply_impor(oleh=SISTEM, impor=impor)


def test_undo_is_refused_once_somebody_went_on():
    pd = buat_pd()
    impor = terima(pd, buku.pagu(buku.ubah(KECIL, KECIL[0].kode, pagu=Decimal(7_000_000))))
    apply_impor(oleh=SISTEM, impor=impor)
    Pagu.objects.filter(sub_kegiatan__kode=KECIL[0].kode).update(jumlah=8_000_000)
    impor.refresh_from_db()
    with pytest.raises(TidakDapatDibatalkan, match="sudah diubah lagi"):
        undo_impor(oleh=SISTEM, impor=impor)
    assert Pagu.objects.get(sub_kegiatan__kode=KECIL[0].kode).jumlah == 8_000_000


def test_only_the_last_import_of_a_kind_is_taken_back():
    pd = buat_pd()
    dua = []
    for nilai in (7_000_000, 8_000_000):
        impor = terima(pd, buku.pagu(buku.ubah(KECIL, KECIL[0].kode, pagu=Decimal(nilai))))
        dua.append(apply_impor(oleh=SISTEM, impor=impor))
    with pytest.raises(ValidationError, match="lebih baru"):
        undo_impor(oleh=SISTEM, impor=dua[0])
    undo_impor(oleh=SISTEM, impor=dua[1])
    undo_impor(oleh=SISTEM, impor=dua[0])
    assert Pagu.objects.get(sub_kegiatan__kode=KECIL[0].kode).jumlah == 5_000_000


def test_a_locked_quarter_is_said_before_anything_is_written():
    pd = buat_pd()
    PeriodeTriwulanFactory(
        perangkat_daerah=pd, triwulan=4, dikunci_pada="2025-01-20T00:00Z", dikunci_oleh="P"
    )
    hasil = check_impor(oleh=SISTEM, impor=terima(pd, buku.daftar(KECIL), REALISASI))
    assert {g.kode for g in hasil.galat if g.tingkat == "galat"} == {"triwulan_terkunci"}
    lembar = load_workbook(io.BytesIO(template(REALISASI, tujuan(pd)))).worksheets[0]
    terbuka = {s.column_letter for s in lembar[3] if not s.protection.locked}
    assert (min(terbuka), "U" in terbuka, "V" in terbuka) == ("D", True, False)  # January, September, October
    assert lembar.freeze_panes == "C2"


def test_staf_bring_only_the_rows_of_their_unit():
    pd = buat_pd()
    unit = UnitKerjaFactory(perangkat_daerah=pd)
    Program.objects.filter(kode="1.06.04").update(unit_kerja=unit)
    staf = Pelaku.from_pengguna(
        PenggunaFactory(peran=Peran.STAF_BIDANG, perangkat_daerah=pd, unit_kerja=unit), "uji"
    )
    hasil = check_impor(oleh=staf, impor=terima(pd, buku.daftar(KECIL), REALISASI, staf))
    assert [(g.kode, g.baris) for g in hasil.galat if g.tingkat == "galat"] == [
        ("di_luar_unit", n) for n in (2, 3, 4)
    ]
    dokumen = check_impor(oleh=staf, impor=terima(pd, buku.sipd_realisasi(KECIL), REALISASI, staf))
    assert not dokumen.ditolak
    (dilewati,) = [g.pesan for g in dokumen.galat if g.kode == "milik_unit_lain"]
    assert dilewati.startswith("6 baris milik unit kerja lain tidak ikut diimpor: 3 sub kegiatan, Rp14.7")
    assert dokumen.kontrol[0].berkas == dokumen.kontrol[0].sesudah == sum(r.realisasi for r in KECIL[3:])
    impor = terima(pd, buku.daftar(KECIL[3:]), REALISASI, staf)
    apply_impor(oleh=staf, impor=impor)
    assert RealisasiAnggaran.objects.count() == 4
    with pytest.raises(PermissionDenied):
        terima(pd, buku.pagu(KECIL), PAGU, staf)
