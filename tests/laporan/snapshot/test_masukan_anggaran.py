"""What the demo loader writes about money can be entered through the forms: the snapshot is the same."""

import dataclasses
from typing import Any

import pytest
from django.urls import reverse

from anggaran.models import DokumenAnggaran, Pendapatan, Program, RealisasiAnggaran, SubKegiatan
from kinerja.models import Indikator, Renstra
from laporan.snapshot.loaders.anggaran import load_anggaran, load_dukungan
from lkip.angka import JenisAngka, isian
from lkip.models import PerangkatDaerah, UnitKerja
from lkip.peran import Peran
from tests.factories import IndikatorFactory, PenggunaFactory, PerangkatDaerahFactory, RenstraFactory
from tests.formulir import isian_of

KODE = ("1.06.02", "1.06.03")
"""Two programs of the demo, one of them with kode that the official list does not confirm."""


class Pengisi:
    """Types the money of one perangkat daerah into the forms of another."""

    def __init__(self, client: Any, tujuan: PerangkatDaerah) -> None:
        self.client, self.tujuan = client, tujuan
        self.sub: dict[int, int] = {}
        """The new sub kegiatan by key of the one it is typed from."""

    def kirim(self, nama: str, argumen: list[Any], isi: dict[str, Any]) -> None:
        alamat = reverse(nama, args=argumen)
        jawaban = self.client.post(alamat, {**isian_of(self.client.get(alamat)), **isi})
        assert jawaban.status_code == 302, jawaban.content.decode()

    def unit(self, unit: UnitKerja | None) -> Any:
        if unit is None:
            return ""
        isi = {"nama": unit.nama, "jenis": unit.jenis}
        return UnitKerja.objects.get_or_create(perangkat_daerah=self.tujuan, kode=unit.kode, defaults=isi)[
            0
        ].pk

    def program(self, p: Program) -> None:
        pendukung = [
            Indikator.objects.get(renstra__perangkat_daerah=self.tujuan, kode=d.indikator.kode).pk
            for d in p.pendukung.select_related("indikator")
        ]
        isi = {"kode": p.kode, "nama": p.nama, "unit_kerja": self.unit(p.unit_kerja), "pendukung": pendukung}
        self.kirim("program_tambah", [self.tujuan.slug, p.tahun], isi)
        baru = Program.objects.get(perangkat_daerah=self.tujuan, kode=p.kode)
        for k in p.kegiatan.order_by("kode"):
            self.kirim("cabang_tambah", ["program", baru.pk], {"kode": k.kode, "nama": k.nama})
            cabang = baru.kegiatan.get(kode=k.kode)
            for s in k.sub_kegiatan.order_by("kode"):
                isi = {"kode": s.kode, "nama": s.nama, "unit_pelaksana": self.unit(s.unit_pelaksana)}
                if s.kode_resmi:
                    isi["dicocokkan"] = "on"
                self.kirim("cabang_tambah", ["kegiatan", cabang.pk], isi)
                self.sub[s.pk] = cabang.sub_kegiatan.get(kode=s.kode).pk

    def dokumen(self, d: DokumenAnggaran) -> None:
        isi = {
            "jenis": d.jenis,
            "nomor": d.nomor,
            "tanggal": d.tanggal or "",
            "total_tercantum": rupiah(d.total_tercantum),
        }
        self.kirim("dokumen_tambah", [self.tujuan.slug, d.tahun], isi)
        baru = DokumenAnggaran.objects.filter(perangkat_daerah=self.tujuan).last()
        assert baru
        pagu = {
            f"p-{self.sub[p.sub_kegiatan_id]}": rupiah(p.jumlah)
            for p in d.pagu.all()
            if p.sub_kegiatan_id in self.sub
        }
        if pagu:
            self.kirim("dokumen_pagu", [baru.pk], pagu)

    def realisasi(self) -> None:
        """Type a year of realisasi, as the staff of each unit."""
        isi = {}
        for r in RealisasiAnggaran.objects.filter(sub_kegiatan__in=self.sub):
            nama = f"{self.sub[r.sub_kegiatan_id]}-{r.bulan}"
            isi[f"k-{nama}"] = rupiah(r.keuangan)
            isi[f"f-{nama}"] = isian(r.fisik, JenisAngka.PERSEN)
        for unit in UnitKerja.objects.filter(program__perangkat_daerah=self.tujuan):
            staf = PenggunaFactory(peran=Peran.STAF_BIDANG, perangkat_daerah=self.tujuan, unit_kerja=unit)
            self.client.force_login(staf)
            self.kirim("realisasi_anggaran", [self.tujuan.slug, 2024], {**isi, "data_contoh": "on"})


def rupiah(nilai: Any) -> str:
    return isian(nilai, JenisAngka.RUPIAH)


@pytest.fixture
def tujuan(demo_db):
    """Another perangkat daerah of the same urusan, with the indikator that the programs support."""
    pd = PerangkatDaerahFactory(kode_urusan=demo_db.kode_urusan)
    renstra = RenstraFactory(perangkat_daerah=pd)
    berlaku = Renstra.objects.berlaku([demo_db], 2024)
    for i in Indikator.objects.filter(renstra__in=berlaku, program_pendukung__isnull=False).distinct():
        IndikatorFactory(renstra=renstra, kode=i.kode)
    return pd


def test_the_money_of_the_demo_entered_by_hand(client, demo_db, tujuan):
    client.force_login(PenggunaFactory(peran=Peran.PERENCANA, perangkat_daerah=tujuan))
    pengisi = Pengisi(client, tujuan)
    for p in Program.objects.filter(perangkat_daerah=demo_db, kode__in=KODE).order_by("kode"):
        pengisi.program(p)
    for d in DokumenAnggaran.objects.filter(perangkat_daerah=demo_db).order_by("urutan"):
        pengisi.dokumen(d)
    for n, satu in enumerate(Pendapatan.objects.filter(perangkat_daerah=demo_db)):
        isi = {"uraian": satu.uraian, "target": rupiah(satu.target), "realisasi": rupiah(satu.realisasi)}
        pengisi.kirim("pendapatan", [tujuan.slug, 2024], {f"baris-{n}-{k}": v for k, v in isi.items()})
    pengisi.realisasi()
    assert not SubKegiatan.objects.filter(kegiatan__program__perangkat_daerah=tujuan, realisasi=None).exists()

    anggaran = load_anggaran([demo_db, tujuan], 2024)
    asli, baru = anggaran[demo_db.pk], anggaran[tujuan.pk]
    assert baru.program == tuple(p for p in asli.program if p.kode in KODE)
    tanpa_jumlah = [tuple(dataclasses.replace(d, total_pagu=None) for d in a.dokumen) for a in (asli, baru)]
    assert tanpa_jumlah[0] == tanpa_jumlah[1]
    dukungan = load_dukungan([demo_db, tujuan], 2024)
    asli_dukungan, baru_dukungan = dukungan[demo_db.pk], dukungan[tujuan.pk]
    assert baru_dukungan.pendapatan == asli_dukungan.pendapatan
    assert baru_dukungan.pendukung == tuple(d for d in asli_dukungan.pendukung if d.program in KODE)
    assert baru_dukungan.renja == tuple(r for r in asli_dukungan.renja if r.kode.startswith(KODE))
