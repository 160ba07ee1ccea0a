"""The way of a report to its signed version, and what a frozen version and the data of now have apart."""

from __future__ import annotations

import datetime
import json
import secrets
from collections.abc import Iterator

from django.utils import timezone

from laporan.models import KebijakanLaporan, Laporan, VersiLaporan
from laporan.perhitungan.data import TidakDapatDihitung
from laporan.simpanan import SimpananRusakError, get
from laporan.snapshot.codec import sha256
from laporan.snapshot.hasil import Angka
from laporan.snapshot.struktur import Snapshot
from lkip.access import Izin
from lkip.angka import persen
from lkip.workflow import AlurKerja

Status = VersiLaporan.Status
DIKERJAKAN = (Status.DISUSUN, Status.DIREVIU, Status.FINAL)
REVIU, BATALKAN_REVIU, SUSUN_KEMBALI = "reviu", "batalkan reviu", "susun kembali"
FINALKAN, BATALKAN_FINAL = "finalkan", "batalkan final"
TANDA_TANGANI, CABUT = "tanda tangani", "cabut"

ALUR = AlurKerja(
    {
        (Status.DISUSUN, REVIU): (Status.DIREVIU, Izin.REVIU),
        (Status.DIREVIU, BATALKAN_REVIU): (Status.DISUSUN, Izin.REVIU),
        (Status.DIREVIU, SUSUN_KEMBALI): (Status.DISUSUN, Izin.SUSUN_LAPORAN),
        (Status.DISUSUN, FINALKAN): (Status.FINAL, Izin.SUSUN_LAPORAN),
        (Status.DIREVIU, FINALKAN): (Status.FINAL, Izin.SUSUN_LAPORAN),
        (Status.FINAL, TANDA_TANGANI): (Status.DITANDATANGANI, Izin.TANDA_TANGAN),
        (Status.FINAL, BATALKAN_FINAL): (Status.DICABUT, Izin.SUSUN_LAPORAN),
        (Status.DITANDATANGANI, CABUT): (Status.DICABUT, Izin.TANDA_TANGAN),
    },
    {str(nilai): str(sebutan).lower() for nilai, sebutan in Status.choices},
)

PENANDATANGANAN = ("tempat", "tanggal", "penandatangan", "reviu")
"""What belongs to the signing, not to what is reviewed."""
BATAS_PROSES = datetime.timedelta(minutes=5)
"""Longer than any provider takes to sign: asking, signing and fetching each end after a minute."""
HURUF = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""The letters of a verification code: none that is mistaken for another when it is typed from paper."""

BAGIAN = {
    "identitas": "Identitas dan penandatanganan",
    "kebijakan": "Kebijakan pengukuran",
    "organisasi": "Organisasi",
    "fakta": "Fakta Bab I",
    "renstra": "Renstra",
    "indikator": "Indikator dan target",
    "realisasi": "Realisasi kinerja",
    "riwayat": "Realisasi tahun-tahun sebelumnya dan pembanding",
    "perjanjian": "Perjanjian kinerja",
    "anggaran": "Pagu dan realisasi anggaran",
    "dukungan": "Hubungan program dengan indikator",
    "naskah": "Naskah dan lampiran",
}
"""The parts of a snapshot as people call them."""


def current_versi(laporan: Laporan) -> VersiLaporan:
    """Return the version that is worked on, else the last one, else a first one that is not stored yet."""
    terakhir = VersiLaporan.objects.filter(laporan=laporan).order_by("-nomor").first()
    return terakhir or VersiLaporan(laporan=laporan)


def working_versi(terakhir: VersiLaporan) -> VersiLaporan:
    """Return the last version while it is worked on, else the next one, not stored yet.

    After a final that was given up unsigned, the reviu of the same content still counts.
    """
    if terakhir.pk is None or terakhir.status in DIKERJAKAN:
        return terakhir
    baru = VersiLaporan(laporan=terakhir.laporan, nomor=terakhir.nomor + 1)
    if keeps_review(terakhir) and terakhir.sidik_direviu:
        baru.status, baru.sidik_direviu = Status.DIREVIU, terakhir.sidik_direviu
        baru.direviu_pada, baru.direviu_oleh = terakhir.direviu_pada, terakhir.direviu_oleh
    return baru


def keeps_review(versi: VersiLaporan) -> bool:
    """Return whether it was a final given up unsigned, whose statement of reviu still stands."""
    return versi.status == Status.DICABUT and not hasattr(versi, "tanda_tangan")


def policy_of(perangkat_daerah_id: int) -> KebijakanLaporan:
    """Return what the perangkat daerah demands of its report; unless it says otherwise, a reviu."""
    ada = KebijakanLaporan.objects.filter(perangkat_daerah=perangkat_daerah_id).first()
    return ada or KebijakanLaporan(perangkat_daerah_id=perangkat_daerah_id)


def is_being_signed(versi: VersiLaporan) -> bool:
    """Return whether somebody is signing the version right now."""
    return versi.proses_pada is not None and timezone.now() - versi.proses_pada < BATAS_PROSES


def content_hash(snapshot: Snapshot) -> str:
    """Return the SHA-256 of what inspektorat reviews: all but place, day, signatory and its statement."""
    isi = snapshot.to_json()
    for nama in PENANDATANGANAN:
        del isi["masukan"]["identitas"][nama]
    return sha256(isi)


def frozen_snapshot(versi: VersiLaporan) -> Snapshot:
    """Return the snapshot of a frozen version, results included: nothing is computed again.

    Raises SimpananRusakError when the file is gone, damaged, or of a shape no longer read.
    """
    try:
        return Snapshot.from_json(json.loads(get(versi.sidik, "json")))
    except (ValueError, KeyError) as galat:
        raise SimpananRusakError(f"The snapshot of {versi.pk} cannot be read") from galat


def new_kode() -> str:
    """Return a verification code that cannot be guessed, such as AB3D-EF7H-JK2M (59 bits)."""
    return "-".join("".join(secrets.choice(HURUF) for _ in range(4)) for _ in range(3))


def changes(lama: Snapshot, baru: Snapshot) -> list[str]:
    """Return in words what the data of now and a frozen version have apart, nothing when they agree."""
    if lama.sidik == baru.sidik:
        return []
    return [*_changed_parts(lama, baru), *_changed_capaian(lama, baru)]


def _changed_parts(lama: Snapshot, baru: Snapshot) -> Iterator[str]:
    for nama, sebutan in BAGIAN.items():
        if getattr(lama.masukan, nama) != getattr(baru.masukan, nama):
            yield sebutan


def _changed_capaian(lama: Snapshot, baru: Snapshot) -> Iterator[str]:
    dahulu = {h.kode: h.capaian.nilai for h in lama.hasil.kinerja.indikator}
    kini = {h.kode: h.capaian.nilai for h in baru.hasil.kinerja.indikator}
    nama = {i.kode: i.nama for i in (*lama.masukan.indikator.indikator, *baru.masukan.indikator.indikator)}
    for kode in dict.fromkeys((*dahulu, *kini)):
        a, b = dahulu.get(kode), kini.get(kode)
        if a != b:
            yield f"Capaian {nama.get(kode, kode)}: {_read(a)} menjadi {_read(b)}"


def _read(nilai: Angka | None) -> str:
    """Return a capaian in percent; one that cannot be computed says why."""
    if nilai is None:
        return "tidak ada"
    return nilai.alasan.value if isinstance(nilai, TidakDapatDihitung) else persen(nilai)
