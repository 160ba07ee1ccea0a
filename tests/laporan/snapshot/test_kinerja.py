"""Comparisons of an indikator: with the end of the Renstra, with a standard, with last year, as a mean."""

from dataclasses import replace
from decimal import Decimal

from laporan.perhitungan.data import Alasan, TidakDapatDihitung
from laporan.snapshot import masukan_anggaran as ma
from laporan.snapshot import masukan_kinerja as mk
from tests.laporan import pabrik

REALISASI = replace(pabrik.KEBIJAKAN, dasar_capaian="realisasi")


def hasil(**ganti):
    return pabrik.snapshot(**ganti).hasil


def satu(iku: mk.DefinisiIndikator = pabrik.IKU, **ganti):
    return hasil(indikator=mk.DaftarIndikator((iku,)), **ganti).kinerja.indikator[0]


def test_progress_towards_the_end_is_a_ratio_on_either_basis():
    iku = replace(pabrik.IKU, kondisi_akhir=Decimal(76))
    for kebijakan in (pabrik.KEBIJAKAN, REALISASI):
        assert satu(iku, kebijakan=kebijakan).terhadap_akhir == Decimal(125)


def test_without_a_stated_end_the_target_of_the_last_year_is_the_end():
    assert satu(replace(pabrik.IKU, target=(pabrik.target(2025, "76"),))).terhadap_akhir == Decimal(125)
    tanpa = satu(replace(pabrik.IKU, target=(pabrik.target(2024, "90"),)))
    assert tanpa.terhadap_akhir == TidakDapatDihitung(Alasan.TARGET_KOSONG)


def test_a_national_standard_is_compared_by_ratio_on_either_basis():
    standar = mk.Standar("iku-1", "SPM", Decimal(76), "PP 2/2018")
    for kebijakan in (pabrik.KEBIJAKAN, REALISASI):
        milik = satu(riwayat=mk.Riwayat((), (standar,), ()), kebijakan=kebijakan)
        assert milik.terhadap_standar == (Decimal(125),)


def test_last_year_is_the_indikators_own_figure_and_its_predecessors_where_it_has_none():
    def tahun_lalu(*nilai: tuple[bool, int | None]):
        riwayat = tuple(
            mk.RealisasiTahun("iku-1", 2023, None if n is None else Decimal(n), "LKIP", pendahulu)
            for pendahulu, n in nilai
        )
        return hasil(riwayat=mk.Riwayat(riwayat, (), ())).kinerja.rerata_realisasi_tahun_lalu

    assert tahun_lalu((True, 70), (False, 80)) == Decimal(80)
    assert tahun_lalu((True, 70), (False, None)) == Decimal(70)
    assert tahun_lalu() == TidakDapatDihitung(Alasan.TIDAK_ADA_CAPAIAN)


def test_efisiensi_of_the_whole_takes_the_same_weighted_mean_that_is_printed():
    berat = replace(
        pabrik.IKU, kode="iku-2", urutan=2, bobot=Decimal(3), target=(pabrik.target(2024, "100"),)
    )
    laporan = (pabrik.LAPORAN, replace(pabrik.LAPORAN, indikator="iku-2", nilai=Decimal(50)))
    h = hasil(
        kebijakan=REALISASI,
        indikator=mk.DaftarIndikator((pabrik.IKU, berat)),
        realisasi=mk.Realisasi(laporan, ()),
    )
    assert h.kinerja.rerata_iku.nilai == Decimal("61.25")
    assert h.anggaran.efisiensi_total.capaian == Decimal("61.25")
    assert h.anggaran.efisiensi_total.nilai == Decimal("-28.75")


def test_a_pembagi_of_zero_leaves_the_komponen_out_and_says_so():
    indikator, realisasi = pabrik.berkomponen(pabrik.hitungan(1, 5, 0), pabrik.hitungan(2, 3, 4))
    milik = hasil(indikator=indikator, realisasi=realisasi).kinerja.indikator[0]
    assert milik.realisasi == Decimal(75)
    assert milik.komponen[0].persen == TidakDapatDihitung(Alasan.PENYEBUT_NOL)
    assert milik.dikecualikan == ((1, "penyebut nol"),)


def test_an_indikator_that_follows_another_has_its_realisasi():
    ikut = replace(
        pabrik.IKU, kode="daerah-1", jenis="daerah", mengikuti="iku-1", target=(pabrik.target(2024, "76"),)
    )
    h = hasil(indikator=mk.DaftarIndikator((ikut, pabrik.IKU))).kinerja.indikator[0]
    assert (h.kode, h.realisasi, h.capaian_rasio.nilai) == ("daerah-1", Decimal(95), Decimal(125))


def test_a_kode_that_follows_nothing_known_has_its_own_realisasi():
    milik = satu(replace(pabrik.IKU, mengikuti="tidak-ada"))
    assert milik.realisasi == Decimal(95)


def test_every_parent_is_the_sum_of_its_sub_kegiatan(demo):
    h, m = demo.hasil.anggaran, demo.masukan.anggaran
    for bidang in ("pagu", "realisasi", "sisa"):
        assert getattr(h.total, bidang) == sum(getattr(p.uang, bidang) for p in h.program)
        for p in h.program:
            assert getattr(p.uang, bidang) == sum(getattr(k.uang, bidang) for k in p.kegiatan)
            for k in p.kegiatan:
                daun = [s.uang for u in k.unit for s in u.sub_kegiatan]
                assert getattr(k.uang, bidang) == sum(getattr(s, bidang) for s in daun)
    assert h.total.pagu == sum(s.pagu for p in m.program for k in p.kegiatan for s in k.sub_kegiatan)


def test_a_program_without_sub_kegiatan_has_no_money_rather_than_nothing():
    program = ma.ButirProgram("1.06.02", "Program", None, (ma.ButirKegiatan("1.06.02.1.01", "K", ()),))
    h = hasil(anggaran=ma.Anggaran((), (program,))).anggaran
    assert (h.total.pagu, h.total.realisasi) == (None, None)
    assert h.total.penyerapan == TidakDapatDihitung(Alasan.PAGU_KOSONG)
    assert h.program[0].efisiensi.label == "tidak dapat dihitung"
