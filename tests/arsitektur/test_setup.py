"""scripts/setup-debian on machines that are not this one: every program it calls is a stand-in."""

import subprocess
from pathlib import Path

import pytest

from tests.arsitektur.berkas import AKAR

SKRIP = AKAR / "scripts" / "setup-debian"
JALAN = ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"]


class Mesin:
    """A pretended Debian machine: its PATH holds nothing but stand-ins."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.catatan = folder / "catatan"
        self.put("python3", "exit 0")
        self.put("id", "echo 1000")
        self.put("apt-get", f'echo "apt-get $*" >>"{self.catatan}"')
        self.put("env", 'shift; exec "$@"')
        self.installed()

    def put(self, nama: str, isi: str) -> None:
        berkas = self.folder / nama
        berkas.write_text(f"#!/bin/bash\n{isi}\n")
        berkas.chmod(0o755)

    def installed(self, *paket: str) -> None:
        self.put("dpkg-query", f'[[ " {" ".join(paket)} " != *" ${{@: -1}} "* ]] || printf installed')

    def run(self, *bagian: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["/bin/bash", str(SKRIP), *bagian],
            env={"PATH": str(self.folder)},
            capture_output=True,
            text=True,
            check=False,
        )

    def called(self) -> list[str]:
        return self.catatan.read_text().splitlines() if self.catatan.exists() else []


@pytest.fixture
def mesin(tmp_path: Path) -> Mesin:
    return Mesin(tmp_path)


def test_neither_root_nor_sudo_prints_the_command_and_stops(mesin: Mesin) -> None:
    hasil = mesin.run()
    assert hasil.returncode == 1
    perintah = f"apt-get update && apt-get install --yes --no-install-recommends {' '.join(JALAN)}"
    assert perintah in [baris.strip() for baris in hasil.stderr.splitlines()]
    assert mesin.called() == []


def test_a_sudo_that_asks_for_a_password_is_no_sudo(mesin: Mesin) -> None:
    mesin.put("sudo", "exit 1")
    assert mesin.run().returncode == 1
    assert mesin.called() == []


def test_only_what_is_missing_is_named(mesin: Mesin) -> None:
    mesin.installed(*JALAN[:2])
    assert f"--no-install-recommends {JALAN[2]}\n" in mesin.run().stderr


def test_nothing_missing_does_nothing(mesin: Mesin) -> None:
    mesin.installed(*JALAN)
    hasil = mesin.run()
    assert (hasil.returncode, hasil.stdout, hasil.stderr) == (0, "", "")
    assert mesin.called() == []


def test_a_python_that_makes_no_environments_needs_its_package(mesin: Mesin) -> None:
    mesin.installed(*JALAN)
    mesin.put("python3", "exit 1")
    assert "--no-install-recommends python3-venv\n" in mesin.run().stderr


@pytest.mark.parametrize("penguasa", ["root", "sudo"])
def test_root_and_sudo_install(mesin: Mesin, penguasa: str) -> None:
    if penguasa == "root":
        mesin.put("id", "echo 0")
    else:
        mesin.put("sudo", 'shift; exec "$@"')
        mesin.put("true", "exit 0")
    hasil = mesin.run("jalan")
    assert hasil.returncode == 0, hasil.stderr
    pasang = f"apt-get install --yes --no-install-recommends {' '.join(JALAN)} --quiet"
    assert mesin.called() == ["apt-get update --quiet", pasang]


def test_packages_for_testing_are_asked_for_by_name(mesin: Mesin) -> None:
    semua = mesin.run("jalan", "uji").stderr
    assert all(nama in semua for nama in (*JALAN, "postgresql", "chromium", "poppler-utils"))
    assert "chromium" not in mesin.run("jalan").stderr


def test_another_system_is_told_so(mesin: Mesin) -> None:
    (mesin.folder / "dpkg-query").unlink()
    hasil = mesin.run()
    assert hasil.returncode == 1
    assert "Debian 12" in hasil.stderr
