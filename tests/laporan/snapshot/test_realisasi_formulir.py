"""The realisasi that the demo loader writes can be entered by its units: the same snapshot."""

from typing import Any

from django.test import Client
from django.urls import reverse

from kinerja.actions.langkah_realisasi import approve_realisasi, submit_realisasi
from kinerja.isi_realisasi import parts_for
from kinerja.models import Indikator, PengukuranPembanding, RealisasiIndikator
from laporan.snapshot.ambil import take_snapshot
from lkip.angka import JenisAngka, isian
from lkip.models import PerangkatDaerah, UnitKerja
from lkip.pelaku import Pelaku
from lkip.peran import Peran
from tests.factories import PenggunaFactory
from tests.formulir import isian_of

TEKS = ("uraian", "upaya", "permasalahan", "solusi")


def angka(nilai: Any) -> str:
    return isian(nilai, JenisAngka.BILANGAN)


def isi_of(lama: RealisasiIndikator, orang: Pelaku, pembanding: list[PengukuranPembanding]) -> dict[str, Any]:
    """What this person types of the report `lama`."""
    bagian = parts_for(orang, lama.indikator)
    isi: dict[str, Any] = {nama: getattr(lama, nama).replace("\n", "\r\n") for nama in TEKS}
    isi |= {"nilai": angka(lama.nilai), "data_contoh": ["on"] if lama.data_contoh else []}
    baris = 0
    for n, k in enumerate(lama.komponen.order_by("komponen__urutan")):
        if k.komponen_id not in bagian.komponen:
            continue
        isi |= {f"komponen-{n}-pembilang": angka(k.pembilang), f"komponen-{n}-penyebut": angka(k.penyebut)}
        for r in k.rincian.order_by("kelompok", "urutan"):
            isi |= {f"rincian-{baris}-{nama}": getattr(r, nama) for nama in ("kelompok", "uraian")}
            isi |= {
                f"rincian-{baris}-komponen": k.komponen_id,
                f"rincian-{baris}-jumlah": angka(r.jumlah),
                "rincian-TOTAL_FORMS": baris + 1,
            }
            baris += 1
    for n, p in enumerate(p for p in pembanding if p.komponen_id in bagian.komponen and lama.triwulan == 4):
        isi |= {f"pembanding-{n}-{nama}": getattr(p, nama) for nama in ("nama", "alasan")}
        isi |= {f"pembanding-{n}-{nama}": angka(getattr(p, nama)) for nama in ("pembilang", "penyebut")}
        isi[f"pembanding-{n}-komponen"] = p.komponen_id
    return isi


def staff(pd: PerangkatDaerah, laporan: RealisasiIndikator) -> list[Pelaku]:
    """Return somebody of each unit of the report."""
    unit = UnitKerja.objects.filter(pk__in=laporan.indikator.unit_kerja_ids)
    orang = [PenggunaFactory(peran=Peran.STAF_BIDANG, perangkat_daerah=pd, unit_kerja=satu) for satu in unit]
    return [Pelaku.from_pengguna(satu, "uji") for satu in orang]


def send(alamat: str, oleh: Pelaku, isi: dict[str, Any]) -> None:
    """Fill the form as this person and save it."""
    client = Client()
    assert oleh.pengguna
    client.force_login(oleh.pengguna)
    jawaban = client.post(alamat, {**isian_of(client.get(alamat)), **isi})
    assert jawaban.status_code == 302, jawaban.content.decode()


def test_the_realisasi_of_a_sasaran_entered_by_its_units(demo_db):
    indikator = Indikator.objects.filter(renstra__perangkat_daerah=demo_db, kode__in=["iku-1", "rpd-2"])
    semula = take_snapshot(demo_db, 2024).sidik
    laporan = RealisasiIndikator.objects.filter(indikator__in=indikator, tahun=2024).order_by("triwulan")
    pembanding = list(PengukuranPembanding.objects.filter(komponen__indikator__in=indikator))
    kiriman = [
        (
            (lama.indikator_id, lama.triwulan),
            [(oleh, isi_of(lama, oleh, pembanding)) for oleh in staff(demo_db, lama)],
        )
        for lama in laporan
    ]
    assert len(kiriman) == 8
    laporan.delete()
    PengukuranPembanding.objects.filter(komponen__indikator__in=indikator).delete()
    assert take_snapshot(demo_db, 2024).sidik != semula
    kepala = PenggunaFactory(peran=Peran.KEPALA_DINAS, perangkat_daerah=demo_db)
    for (pk, triwulan), semua in kiriman:
        for oleh, isi in semua:
            send(reverse("realisasi_isi", args=[demo_db.slug, 2024, pk, triwulan]), oleh, isi)
        satu = RealisasiIndikator.objects.get(indikator=pk, tahun=2024, triwulan=triwulan)
        submit_realisasi(oleh=semua[-1][0], realisasi=satu, alasan="Bukti menyusul")
        approve_realisasi(oleh=Pelaku.from_pengguna(kepala, "uji"), realisasi=satu)
    assert take_snapshot(demo_db, 2024).sidik == semula
