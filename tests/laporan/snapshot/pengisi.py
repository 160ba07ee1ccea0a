"""Somebody who types the plan of one perangkat daerah into the forms of another."""

from typing import Any

from django.urls import reverse

from kinerja.models import Indikator, Renstra, Sasaran
from laporan.perhitungan.data import Arah
from lkip.angka import JenisAngka, isian
from lkip.models import PerangkatDaerah, UnitKerja
from tests.formulir import isian_of


def angka(nilai: Any) -> str:
    return isian(nilai, JenisAngka.BILANGAN)


class Pengisi:
    """Types the plan of one perangkat daerah into the forms of another."""

    def __init__(self, client: Any, asal: PerangkatDaerah, tujuan: PerangkatDaerah) -> None:
        self.client, self.asal, self.tujuan = client, asal, tujuan
        self.unit = {
            u.pk: UnitKerja.objects.create(
                perangkat_daerah=tujuan, kode=u.kode, nama=u.nama, jenis=u.jenis, urutan=u.urutan
            ).pk
            for u in UnitKerja.objects.filter(perangkat_daerah=asal)
        }
        self.indikator: dict[int, int] = {}

    def kirim(self, alamat: str, isi: dict[str, Any]) -> None:
        jawaban = self.client.post(alamat, {**isian_of(self.client.get(alamat)), **isi})
        assert jawaban.status_code == 302, jawaban.content.decode()

    def renstra(self, r: Renstra) -> None:
        nama = ("nama", "tahun_awal", "tahun_akhir", "dokumen_daerah", "visi", "sumber_visi")
        isi: dict[str, Any] = {n: getattr(r, n) for n in nama}
        if r.pendahulu:
            isi["pendahulu"] = self.baru(r.pendahulu).pk
        self.kirim(reverse("renstra_tambah", args=[self.tujuan.slug]), isi)
        baru = self.baru(r)
        for m in r.misi.order_by("urutan"):
            self.butir(baru, "misi", uraian=m.uraian, **({"didukung": "on"} if m.didukung else {}))
        for t in r.tujuan.order_by("urutan"):
            misi = baru.misi.get(urutan=t.misi.urutan).pk if t.misi else ""
            self.butir(baru, "tujuan", uraian=t.uraian, misi=misi)
            for s in t.sasaran.order_by("urutan"):
                milik = baru.tujuan.get(urutan=t.urutan).pk
                self.butir(baru, "sasaran", uraian=s.uraian, kode=s.kode, tujuan=milik)
        for i in r.isu_strategis.order_by("urutan"):
            self.butir(baru, "isu-strategis", uraian=i.uraian)
        for satu in r.indikator.order_by("jenis", "urutan"):
            self.tambah(satu, baru)
        for satu in r.indikator.filter(mengikuti__isnull=False):
            isi = {"mengikuti": self.indikator[satu.mengikuti_id or 0]}
            if satu.mengikuti_komponen:
                isi["mengikuti_komponen"] = satu.mengikuti_komponen
            self.kirim(reverse("indikator_ubah", args=[self.indikator[satu.pk]]), isi)

    def baru(self, r: Renstra) -> Renstra:
        return Renstra.objects.get(perangkat_daerah=self.tujuan, tahun_awal=r.tahun_awal)

    def butir(self, renstra: Renstra, jenis: str, **isi: Any) -> None:
        self.kirim(reverse("butir_tambah", args=[renstra.pk, jenis]), isi)

    def tambah(self, satu: Indikator, renstra: Renstra) -> None:
        teks = (
            *(
                "jenis",
                "kode",
                "nama",
                "definisi",
                "satuan",
                "arah",
                "rumus_capaian",
                "cara_ukur",
                "agregasi",
            ),
            *("pembilang", "penyebut", "sumber_data", "catatan_pendahulu"),
        )
        isi: dict[str, Any] = {nama: getattr(satu, nama) for nama in teks}
        isi |= {nama: angka(getattr(satu, nama)) for nama in ("bobot", "kondisi_awal", "kondisi_akhir")}
        isi["penanggung_jawab"] = [self.unit[u.pk] for u in satu.penanggung_jawab.all()]
        if satu.sasaran:
            isi["sasaran"] = Sasaran.objects.get(tujuan__renstra=renstra, kode=satu.sasaran.kode).pk
        if satu.pendahulu_id:
            isi["pendahulu"] = self.indikator[satu.pendahulu_id]
        if not satu.sebanding_pendahulu:
            isi["sebanding_pendahulu"] = []
        assert satu.arah == Arah.NAIK
        for t in satu.target.all():
            isi[f"target-{t.tahun - renstra.tahun_awal}-nilai"] = angka(t.nilai)
        for n, k in enumerate(satu.komponen.order_by("urutan")):
            isi |= {
                f"komponen-{n}-pembilang": k.pembilang,
                f"komponen-{n}-penyebut": k.penyebut,
                f"komponen-{n}-satuan": k.satuan,
                f"komponen-{n}-unit_kerja": self.unit[k.unit_kerja_id] if k.unit_kerja_id else "",
                "komponen-TOTAL_FORMS": max(n + 1, 2),
            }
        for n, r in enumerate(satu.riwayat.all()):
            isi |= {
                f"riwayat-{n}-tahun": r.tahun,
                f"riwayat-{n}-nilai": angka(r.nilai),
                f"riwayat-{n}-sumber": r.sumber,
                "riwayat-TOTAL_FORMS": n + 1,
            }
        self.kirim(reverse("indikator_tambah", args=[renstra.pk]), isi)
        self.indikator[satu.pk] = Indikator.objects.get(renstra=renstra, kode=satu.kode).pk
