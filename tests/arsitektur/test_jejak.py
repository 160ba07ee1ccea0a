"""The audit trail is complete: every model is classified, and everything writes through `lkip.tulis`."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from django.apps import apps

from lkip import audit
from tests.arsitektur.berkas import KODE, project_files, relative

DIAUDIT = {
    *("lkip.KebijakanPengukuran", "lkip.KelasSkala", "lkip.NilaiPredikat", "lkip.Pejabat"),
    *("lkip.PemerintahDaerah", "lkip.Pengguna", "lkip.PerangkatDaerah", "lkip.PeriodeTriwulan"),
    *("lkip.Skala", "lkip.SkalaPredikat", "lkip.TugasFungsi", "lkip.UnitKerja"),
    *("kinerja.BuktiDukung", "kinerja.Indikator", "kinerja.IndikatorPerjanjian", "kinerja.IsuStrategis"),
    *("kinerja.Komponen", "kinerja.Misi", "kinerja.PengukuranPembanding", "kinerja.PerjanjianKinerja"),
    *("kinerja.RealisasiIndikator", "kinerja.RealisasiKomponen", "kinerja.RencanaAksi", "kinerja.Renstra"),
    *("kinerja.RincianKomponen", "kinerja.RiwayatRealisasi", "kinerja.Sasaran", "kinerja.SasaranPerjanjian"),
    *("kinerja.StandarNasional", "kinerja.TargetTahunan", "kinerja.Tujuan"),
    *("anggaran.AnggaranPerjanjian", "anggaran.DokumenAnggaran", "anggaran.EntriNomenklatur"),
    *("anggaran.IndikatorRenja", "anggaran.Kegiatan", "anggaran.Nomenklatur", "anggaran.Pagu"),
    *("anggaran.Pendapatan", "anggaran.Program", "anggaran.ProgramPendukung", "anggaran.RealisasiAnggaran"),
    *("anggaran.RealisasiRenja", "anggaran.SubKegiatan"),
    *("laporan.AsetTetap", "laporan.DasarHukum", "laporan.EvaluasiAkip", "laporan.JumlahPegawai"),
    *("laporan.KomponenEvaluasiAkip", "laporan.Lampiran", "laporan.Laporan", "laporan.Narasi"),
    *("laporan.KebijakanLaporan", "laporan.PernyataanReviu", "laporan.TandaTanganLaporan"),
    *("laporan.EvaluasiRenja", "laporan.VersiLaporan"),
}
TIDAK_DIAUDIT = {
    "lkip.DrafIsian": "what somebody types and has not saved: no data yet, and private",
    "lkip.Impor": "what it writes is audited row by row; its steps have short entries without the figures",
    "lkip.Jejak": "the trail itself",
    "lkip.Kiriman": "the key of a form already sent",
    "lkip.Revisi": "a counter raised by audited writes",
    "laporan.Cetakan": "asking for one is audited by its action; its progress is not a change of data",
}

BOLEH_MENULIS = {
    "lkip/tulis.py": "the writes themselves",
    "lkip/tulis_banyak.py": "the same for many rows that can be taken back",
    "lkip/audit.py": "the audit rows",
    "lkip/revisi.py": "the revisions",
    "lkip/isian.py": "drafts, and the keys of forms already sent",
    "lkip/actions/akun.py": "passwords, codes, failed attempts: in no report; audit rows of their own",
    "lkip/actions/impor.py": "the state of an import; what it changes goes through lkip/tulis_banyak.py",
    "lkip/impor/saring.py": "a file, no table",
    "anggaran/pelaksana.py": "the progress of an import",
    "lkip/sesi.py": "sessions",
    "laporan/demo/": "the demo, as a whole",
    "laporan/actions/buat_cetakan.py": "the progress of a file being made",
    "laporan/actions/cetakan.py": "the asking for a file, with audit rows of its own",
    "laporan/pelaksana.py": "the progress of a file being made",
    "laporan/tandatangan/bidang.py": "a file, no table",
    "lkip/management/commands/build_fonts.py": "fonts, no table",
    "lkip/workbook/tulis.py": "a file, no table",
}
"""Who may write to a table without `lkip.tulis`; a folder ends with a slash."""

MENULIS = {"save", "create", "bulk_create", "get_or_create", "update_or_create", "bulk_update", "delete"}
BUKAN_TABEL = {"storage", "default_storage"}
KUERI = {"objects", "_base_manager", "filter", "exclude", "all", "order_by", "select_for_update"}


def test_every_model_is_audited_or_said_not_to_be() -> None:
    semua = {m._meta.label for nama in audit.APLIKASI for m in apps.get_app_config(nama).get_models()}
    assert semua == DIAUDIT | set(TIDAK_DIAUDIT)
    assert not DIAUDIT & set(TIDAK_DIAUDIT)


def test_everything_writes_through_the_trail() -> None:
    di_luar = [
        f"{nama}:{baris}"
        for berkas in project_files(".py", di=KODE)
        if "migrations" not in berkas.parts
        and not any(_is_within(nama := relative(berkas), boleh) for boleh in BOLEH_MENULIS)
        for baris in _writes(ast.parse(berkas.read_text(encoding="utf-8")))
    ]
    assert not di_luar, f"Write through lkip.tulis, so that the trail and the revisions follow: {di_luar}"


def test_the_exceptions_are_still_there() -> None:
    semua = [relative(berkas) for berkas in project_files(".py", di=KODE)]
    assert all(any(_is_within(nama, boleh) for nama in semua) for boleh in BOLEH_MENULIS)


def test_the_search_for_writes_finds_them() -> None:
    tulisan = (
        "objek.save()",
        "Renstra.objects.create(nama='x')",
        "renstra.misi.all().delete()",
        "Renstra.objects.filter(pk=1).update(nama='x')",
        "satu.delete()",
    )
    bukan = ("formset.save(commit=False)", "isi.update(lain)", "super().save(*a)", "storage.delete('x')")
    assert all(list(_writes(ast.parse(satu))) == [1] for satu in tulisan)
    assert not any(list(_writes(ast.parse(satu))) for satu in bukan)


def _is_within(nama: str, boleh: str) -> bool:
    return nama == boleh or (boleh.endswith("/") and nama.startswith(boleh))


def _writes(pohon: ast.AST) -> Iterator[int]:
    """Yield the line of every call that writes to a table."""
    for simpul in ast.walk(pohon):
        if not isinstance(simpul, ast.Call) or not isinstance(simpul.func, ast.Attribute):
            continue
        cara, penerima = simpul.func.attr, simpul.func.value
        if cara == "update":
            menulis = bool(KUERI & {s.attr for s in ast.walk(penerima) if isinstance(s, ast.Attribute)})
        else:
            menulis = cara in MENULIS and not (_is_no_row(penerima) or _is_uncommitted(simpul))
        if menulis:
            yield simpul.lineno


def _is_no_row(penerima: ast.AST) -> bool:
    """Return whether it is a storage of files, or `super()`: that write is where the method is called."""
    match penerima:
        case ast.Call(func=ast.Name(id="super")):
            return True
        case ast.Name(id=nama) | ast.Attribute(attr=nama):
            return nama in BUKAN_TABEL
    return False


def _is_uncommitted(panggilan: ast.Call) -> bool:
    return any(
        satu.arg == "commit" and isinstance(satu.value, ast.Constant) and satu.value.value is False
        for satu in panggilan.keywords
    )
