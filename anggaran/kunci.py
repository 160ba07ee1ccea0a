"""Where a locked quarter holds the realisasi anggaran and Renja (see lkip.kunci)."""

TERKUNCI = {
    "anggaran_realisasianggaran": (
        "SELECT 1 FROM anggaran_subkegiatan s JOIN anggaran_kegiatan k ON k.id = s.kegiatan_id "
        "JOIN anggaran_program g ON g.id = k.program_id "
        "JOIN lkip_periodetriwulan p ON p.perangkat_daerah_id = g.perangkat_daerah_id AND p.tahun = g.tahun "
        "WHERE s.id = {baris}.sub_kegiatan_id AND p.triwulan = ({baris}.bulan + 2) / 3 "
        "AND p.dikunci_pada IS NOT NULL"
    ),
    "anggaran_realisasirenja": (
        "SELECT 1 FROM anggaran_indikatorrenja n "
        "LEFT JOIN anggaran_subkegiatan s ON s.id = n.sub_kegiatan_id "
        "JOIN anggaran_program g ON g.id = COALESCE(n.program_id, "
        "(SELECT k.program_id FROM anggaran_kegiatan k WHERE k.id = COALESCE(n.kegiatan_id, s.kegiatan_id))) "
        "JOIN lkip_periodetriwulan p ON p.perangkat_daerah_id = g.perangkat_daerah_id AND p.tahun = g.tahun "
        "WHERE n.id = {baris}.indikator_id AND p.triwulan = {baris}.triwulan AND p.dikunci_pada IS NOT NULL"
    ),
}
"""Table → a SELECT that finds a row when {baris} belongs to a locked quarter."""
