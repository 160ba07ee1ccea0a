import pytest

from laporan.forms.fakta import AsetFormSet, KomponenFormSet, PegawaiFormSet


def kirim(kelas, *baris):
    data = {"baris-TOTAL_FORMS": str(len(baris)), "baris-INITIAL_FORMS": "0"}
    for i, satu in enumerate(baris):
        for nama, nilai in {"urutan": "", "id": "", **satu}.items():
            data[f"baris-{i}-{nama}"] = nilai
    return kelas(data, prefix="baris")


def akip(*nilai, bobot=("30", "30", "15", "25")):
    return kirim(
        KomponenFormSet,
        *(
            {"nama": f"K{i}", "bobot": b, "nilai": n}
            for i, (b, n) in enumerate(zip(bobot, nilai, strict=True))
        ),
    )


def test_a_score_above_its_weight_is_refused_at_its_field():
    formset = akip("30,01", "30", "", "-")
    assert not formset.is_valid()
    assert formset.forms[0].errors == {"nilai": ["Nilai 30,01 melebihi bobotnya 30."]}
    assert formset.forms[1].is_valid()


def test_the_weights_make_a_hundred():
    formset = akip("1", "1", "1", "1", bobot=("30", "30", "15", "20"))
    assert not formset.is_valid()
    assert formset.non_form_errors() == ["Jumlah bobot 95, seharusnya 100 (PermenPANRB 88/2021)."]
    assert akip("22,2", "22.2", "13,50", "18,5").is_valid()


@pytest.mark.parametrize(
    ("teks", "pesan"), [("1,5", "Paling banyak 0"), ("-1", "Paling kecil 0"), ("x", "bukan angka")]
)
def test_employees_are_counted_in_whole_people(teks, pesan):
    formset = kirim(PegawaiFormSet, {"kelompok": "pendidikan", "uraian": "S1", "jumlah": teks})
    assert not formset.is_valid()
    assert pesan in formset.forms[0].errors["jumlah"][0]


def test_one_line_twice_in_a_breakdown():
    s1 = {"kelompok": "pendidikan", "uraian": "S1", "jumlah": "84"}
    formset = kirim(PegawaiFormSet, s1, {**s1, "kelompok": "jabatan"}, s1)
    assert not formset.is_valid()
    assert [bool(f.errors) for f in formset.forms] == [False, False, True]


def test_rupiah_are_read_as_people_write_them_and_blank_stays_blank():
    baris = {"kelompok": "tetap", "uraian": "Tanah", "nilai_awal": "Rp 5.000.000,-", "mutasi": "-"}
    formset = kirim(AsetFormSet, {**baris, "nilai_akhir": "54000.000"})
    assert not formset.is_valid()
    assert "tidak jelas" in formset.forms[0].errors["nilai_akhir"][0]
    formset = kirim(AsetFormSet, {**baris, "nilai_akhir": ""})
    assert formset.is_valid()
    satu = formset.rows()[0]
    assert (satu["nilai_awal"], satu["mutasi"], satu["nilai_akhir"]) == (5_000_000, None, None)
