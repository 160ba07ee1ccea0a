"""Every table is a full grid: widths add up, each row fills exactly its columns."""

from dataclasses import replace

import pytest

from laporan.dokumen.blok import Tabel
from laporan.dokumen.penomoran import semua_blok
from laporan.dokumen.susun import susun
from laporan.snapshot import masukan_kinerja as mk
from laporan.snapshot.masukan import ButirSasaran, ButirTujuan
from tests.laporan import pabrik


def semua_tabel(snapshot) -> list[Tabel]:
    return [b for bab in susun(snapshot).dokumen.bab for b in semua_blok(bab) if isinstance(b, Tabel)]


def periksa_petak(tabel: Tabel) -> None:
    """Lay the cells on the grid, as a browser does; fail where they overlap, stick out or leave a hole."""
    banyak = len(tabel.kolom)
    terisi: dict[tuple[int, int], str] = {}
    for y, baris in enumerate(tabel.baris):
        x = 0
        for sel in baris.sel:
            while (y, x) in terisi:
                x += 1
            assert x + sel.kolom <= banyak, f"{tabel.kunci}: row {y + 1} is wider than the table"
            assert y + sel.baris <= len(tabel.baris), f"{tabel.kunci}: row {y + 1} reaches below the table"
            for petak in ((b, k) for b in range(y, y + sel.baris) for k in range(x, x + sel.kolom)):
                assert petak not in terisi, f"{tabel.kunci}: two cells at {petak}"
                terisi[petak] = sel.teks
        kosong = [k for k in range(banyak) if (y, k) not in terisi]
        assert not kosong, f"{tabel.kunci}: row {y + 1} leaves {kosong} empty"


def periksa(tabel: Tabel) -> None:
    assert abs(sum(k.lebar for k in tabel.kolom) - 100) <= 1, tabel.kunci
    assert all(k.lebar > 0 for k in tabel.kolom), tabel.kunci
    assert all(k.judul.strip() for k in tabel.kolom), tabel.kunci
    assert tabel.baris, f"{tabel.kunci} has no rows"
    periksa_petak(tabel)


def test_every_table_of_the_demo_is_a_full_grid_with_a_caption(demo):
    tabel = semua_tabel(demo)
    assert len(tabel) >= 25
    assert len({t.judul for t in tabel}) > 25
    assert all(t.judul.strip() for t in tabel)
    for satu in tabel:
        periksa(satu)


def test_shared_cells_occur_in_the_demo(demo):
    assert any(s.baris > 1 for t in semua_tabel(demo) for b in t.baris for s in b.sel)
    assert any(s.kolom > 1 for t in semua_tabel(demo) for b in t.baris for s in b.sel)


@pytest.mark.parametrize("rusak", ["lubang", "lebar", "tumpuk"])
def test_the_check_finds_a_broken_grid(demo, rusak):
    tabel = next(t for t in semua_tabel(demo) if any(s.baris > 1 for b in t.baris for s in b.sel))
    baris = list(tabel.baris)
    ke = next(i for i, b in enumerate(baris) if any(s.baris > 1 for s in b.sel))
    sel = baris[ke].sel
    baris[ke] = replace(
        baris[ke],
        sel={
            "lubang": sel[:-1],
            "lebar": (*sel, sel[-1]),
            "tumpuk": tuple(replace(s, baris=1) for s in sel),
        }[rusak],
    )
    with pytest.raises(AssertionError, match=tabel.kunci):
        periksa_petak(replace(tabel, baris=tuple(baris)))


@pytest.mark.parametrize("tahun_akhir", [2024, 2025, 2028, 2029])
def test_a_renstra_of_any_length_fits(tahun_akhir):
    daerah = replace(pabrik.IKU, kode="d", jenis="daerah")
    snapshot = pabrik.snapshot(
        renstra=replace(pabrik.RENSTRA, tahun_akhir=tahun_akhir),
        indikator=mk.DaftarIndikator((daerah, pabrik.IKU)),
    )
    for satu in semua_tabel(snapshot):
        periksa(satu)


@pytest.mark.parametrize("banyak", [2, 5, 6, 40])
def test_a_group_of_any_size_fits(banyak):
    iku = tuple(replace(pabrik.IKU, kode=f"iku-{i}", urutan=i) for i in range(1, banyak + 1))
    baris = tuple(replace(pabrik.BARIS_INDIKATOR, urutan=i, indikator=d.kode) for i, d in enumerate(iku, 1))
    sasaran = replace(pabrik.PERJANJIAN.sasaran[0], indikator=baris)
    perjanjian = replace(pabrik.PERJANJIAN, sasaran=(sasaran,))
    tujuan = ButirTujuan(1, "Tujuan", None, (ButirSasaran("s1", 1, "Sasaran"),))
    snapshot = pabrik.snapshot(
        renstra=replace(pabrik.RENSTRA, tujuan=(tujuan,)),
        indikator=mk.DaftarIndikator(iku),
        perjanjian=pabrik.ma.KumpulanPerjanjian((perjanjian,)),
        dukungan=replace(
            pabrik.DUKUNGAN, pendukung=tuple(pabrik.ma.Pendukung(pabrik.PROGRAM, d.kode) for d in iku)
        ),
        naskah=replace(
            pabrik.NASKAH,
            lampiran=tuple(
                pabrik.ma.ButirLampiran(i, jenis, "Lampiran", "")
                for i, jenis in enumerate(("perjanjian", "pengukuran", "rencana_realisasi"), 1)
            ),
        ),
    )
    for satu in semua_tabel(snapshot):
        periksa(satu)
