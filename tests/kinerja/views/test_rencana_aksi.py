"""The rencana aksi in the browser: the table, the form of one indikator, all targets on one screen."""

from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from kinerja.models import RencanaAksi, TargetTahunan
from lkip.models import Jejak, Revisi, SkalaPredikat
from tests.factories import IndikatorFactory, PeriodeTriwulanFactory, RenstraFactory, UnitKerjaFactory
from tests.formulir import galat_of, isian_of
from tests.kinerja.kirim import kirim


@pytest.fixture
def indikator(renstra):
    satu = IndikatorFactory(renstra=renstra, nama="Persentase layanan")
    TargetTahunan.objects.create(indikator=satu, tahun=2024, nilai=Decimal(90))
    return satu


def halaman(masuk, pd, tahun=2024):
    return masuk.get(reverse("rencana_aksi", args=[pd.slug, tahun])).content.decode()


def ubah(indikator):
    return reverse("rencana_aksi_ubah", args=[indikator.pk, 2024])


def rencana(indikator, triwulan=1, target=20, uraian="Mendata", **isi):
    return RencanaAksi.objects.create(
        indikator=indikator, tahun=2024, triwulan=triwulan, target=target, uraian=uraian, **isi
    )


def kunci(pd, triwulan):
    PeriodeTriwulanFactory(
        perangkat_daerah=pd, triwulan=triwulan, dikunci_pada=timezone.now(), dikunci_oleh="x"
    )


def isi(indikator):
    semua = RencanaAksi.objects.filter(indikator=indikator).order_by("triwulan")
    return [(r.triwulan, r.target, r.uraian) for r in semua]


def test_target_and_steps_of_every_quarter(masuk, pd, indikator):
    unit = UnitKerjaFactory(perangkat_daerah=pd, nama="Bidang Layanan")
    indikator.penanggung_jawab.add(unit)
    rencana(indikator, 1, Decimal("22.5"), "Mendata\nMemeriksa")
    IndikatorFactory(renstra=indikator.renstra, jenis="daerah", nama="Milik daerah")
    teks = halaman(masuk, pd)
    assert '<td class="angka">22,5%</td>' in teks
    assert "Mendata<br>Memeriksa" in teks
    assert "Bidang Layanan" in teks
    assert "Target triwulan II, III dan IV belum diisi." in teks
    assert ubah(indikator) in teks
    assert "Milik daerah" not in teks


def test_without_renstra_or_indikator_the_page_says_where_to_begin(masuk, pd):
    assert "Tidak ada Renstra yang berlaku pada tahun 2024." in halaman(masuk, pd)
    RenstraFactory(perangkat_daerah=pd)
    assert "Renstra ini belum mempunyai indikator" in halaman(masuk, pd)


def test_one_form_per_indikator(masuk, pd, indikator):
    revisi = Revisi.objects.create(perangkat_daerah=pd, tahun=2024, nomor=1)
    rencana(indikator, 4, 80, "Menutup", data_contoh=True)
    jawaban = kirim(
        masuk, ubah(indikator), target_1="22,5", uraian_1="Mendata", uraian_2="Memeriksa", target_4="85"
    )
    assert jawaban["Location"] == f"{reverse('rencana_aksi', args=[pd.slug, 2024])}#indikator-{indikator.pk}"
    assert isi(indikator) == [
        (1, Decimal("22.5"), "Mendata"),
        (2, None, "Memeriksa"),
        (4, Decimal(85), "Menutup"),
    ]
    assert not RencanaAksi.objects.get(triwulan=4).data_contoh
    assert Jejak.objects.filter(induk=f"kinerja.Indikator:{indikator.pk}").count() == 3
    revisi.refresh_from_db()
    assert revisi.nomor > 1
    pesan = masuk.get(jawaban["Location"]).content.decode()
    assert "Rencana aksi tersimpan. Target triwulan II dan III belum diisi." in pesan
    assert "Target triwulan IV (85%) tidak sama dengan target tahunan (90%)." in pesan


def test_saving_what_is_stored_writes_nothing_and_emptying_deletes(masuk, indikator):
    rencana(indikator, uraian="Mendata\nMemeriksa", data_contoh=True)
    kirim(masuk, ubah(indikator), uraian_1="Mendata\r\nMemeriksa")
    assert not Jejak.objects.exists()
    assert RencanaAksi.objects.get().data_contoh
    kirim(masuk, ubah(indikator), target_1="-", uraian_1="")
    assert not RencanaAksi.objects.exists()


def test_zero_is_a_target_and_empty_is_none(masuk, indikator):
    kirim(masuk, ubah(indikator), target_1="0", uraian_2="Hanya langkah")
    assert [(t, n) for t, n, _ in isi(indikator)] == [(1, 0), (2, None)]


def test_a_number_that_reads_two_ways_is_refused_and_all_is_kept(masuk, indikator):
    jawaban = kirim(masuk, ubah(indikator), target_1="1.234", target_2="delapan", uraian_1="Mendata")
    assert "“1.234” tidak jelas" in galat_of(jawaban)
    assert "“delapan” bukan angka" in galat_of(jawaban)
    assert isian_of(jawaban)["uraian_1"] == "Mendata"
    assert not RencanaAksi.objects.exists()


def test_a_proposal_fills_the_targets_and_saves_nothing(masuk, indikator):
    jawaban = kirim(masuk, ubah(indikator), usul="bertahap", target_1="5", uraian_1="Sudah diketik")
    isian = isian_of(jawaban)
    assert [isian[f"target_{t}"] for t in (1, 2, 3, 4)] == ["22,5", "45", "67,5", "90"]
    assert isian["uraian_1"] == "Sudah diketik"
    assert "belum disimpan" in jawaban.content.decode()
    assert not RencanaAksi.objects.exists()
    masuk.post(ubah(indikator), isian)
    assert [t for _, t, _ in isi(indikator)] == [Decimal("22.5"), 45, Decimal("67.5"), 90]


def test_no_proposal_without_a_target_and_no_figure_for_a_predicate(masuk, renstra):
    tanpa = IndikatorFactory(renstra=renstra)
    assert 'name="usul"' not in masuk.get(ubah(tanpa)).content.decode()
    opini = IndikatorFactory(
        renstra=renstra,
        arah="predikat",
        rumus_capaian="predikat",
        skala_predikat=SkalaPredikat.objects.create(nama="Opini"),
    )
    isian = isian_of(masuk.get(ubah(opini)))
    assert "target_1" not in isian
    masuk.post(ubah(opini), {**isian, "uraian_1": "Menyusun laporan"})
    assert isi(opini) == [(1, None, "Menyusun laporan")]


def test_a_locked_quarter_is_shown_and_refused_with_words(masuk, pd, indikator):
    rencana(indikator, 1, 20)
    kunci(pd, 1)
    teks = masuk.get(ubah(indikator)).content.decode()
    assert "Triwulan ini sudah dikunci" in teks
    jawaban = kirim(masuk, ubah(indikator), target_1="25", target_2="40")
    assert "Triwulan I tahun 2024 sudah dikunci" in galat_of(jawaban)
    assert isi(indikator) == [(1, 20, "Mendata")]
    kirim(masuk, ubah(indikator), target_2="40")
    assert [t for _, t, _ in isi(indikator)] == [20, 40]
    usulan = isian_of(kirim(masuk, ubah(indikator), usul="tetap"))
    assert [usulan["target_1"], usulan["target_2"]] == ["20", "90"]


def test_what_somebody_else_wrote_is_shown_and_not_overwritten(masuk, indikator):
    satu = rencana(indikator, 1, 20)
    kiriman = {**isian_of(masuk.get(ubah(indikator))), "target_1": "30"}
    RencanaAksi.objects.filter(pk=satu.pk).update(target=25)
    jawaban = masuk.post(ubah(indikator), kiriman)
    teks = jawaban.content.decode().replace("\n", "")
    assert "diubah orang lain" in teks
    assert "<td>25</td><td>30</td>" in teks
    assert isi(indikator) == [(1, 25, "Mendata")]
    masuk.post(ubah(indikator), isian_of(jawaban))
    assert isi(indikator) == [(1, 30, "Mendata")]


def test_a_year_outside_the_renstra_has_no_plan(masuk, indikator):
    assert masuk.get(reverse("rencana_aksi_ubah", args=[indikator.pk, 2031])).status_code == 404


def test_all_targets_on_one_screen(masuk, pd, indikator):
    lain = IndikatorFactory(renstra=indikator.renstra, jenis="unit", satuan="orang")
    rencana(indikator, 1, 20)
    kunci(pd, 2)
    alamat = reverse("rencana_aksi_target", args=[pd.slug, 2024])
    nama = f"tw_{indikator.pk}_"
    jawaban = kirim(masuk, alamat, **{f"{nama}1": "25", f"{nama}4": "90", f"tw_{lain.pk}_4": "1.250"})
    assert jawaban["Location"] == reverse("rencana_aksi", args=[pd.slug, 2024])
    assert isi(indikator) == [(1, 25, "Mendata"), (4, 90, "")]
    assert isi(lain) == [(4, 1250, "")]
    jawaban = kirim(masuk, alamat, **{f"{nama}1": "26", f"{nama}2": "50"})
    assert "Triwulan II tahun 2024 sudah dikunci" in galat_of(jawaban)
    assert isi(indikator)[0] == (1, 25, "Mendata")


def test_the_screen_of_all_targets_shows_a_conflict(masuk, pd, indikator):
    satu = rencana(indikator, 1, 20)
    alamat = reverse("rencana_aksi_target", args=[pd.slug, 2024])
    kiriman = {**isian_of(masuk.get(alamat)), f"tw_{indikator.pk}_1": "30"}
    RencanaAksi.objects.filter(pk=satu.pk).update(target=25)
    assert "<td>25</td><td>30</td>" in masuk.post(alamat, kiriman).content.decode().replace("\n", "")
    assert isi(indikator) == [(1, 25, "Mendata")]


def test_few_queries(masuk, pd, renstra, django_assert_max_num_queries):
    for n in range(30):
        satu = IndikatorFactory(renstra=renstra, jenis="unit" if n % 2 else "iku")
        rencana(satu)
    for alamat in (
        reverse("rencana_aksi", args=[pd.slug, 2024]),
        reverse("rencana_aksi_target", args=[pd.slug, 2024]),
        ubah(satu),
    ):
        with django_assert_max_num_queries(15):
            masuk.get(alamat)
