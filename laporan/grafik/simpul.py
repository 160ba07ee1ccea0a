"""The cascade as data: nodes of misi, tujuan, sasaran, indikator, program."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Simpul:
    jenis: str
    teks: str
    keterangan: str = ""
    anak: tuple["Simpul", ...] = ()


@dataclass(frozen=True)
class Pohon:
    judul: str
    akar: tuple[Simpul, ...]


def telusur(simpul: Sequence[Simpul], dalam: int = 0) -> Iterator[tuple[int, Simpul]]:
    """Yield every node with its depth, parents first."""
    for s in simpul:
        yield dalam, s
        yield from telusur(s.anak, dalam + 1)


def belah(akar: tuple[Simpul, ...]) -> tuple[tuple[Simpul, ...], ...]:
    """Cut a forest in two where it first branches; both halves keep what they descend from."""
    if len(akar) > 1:
        return akar[: len(akar) // 2 + len(akar) % 2], akar[len(akar) // 2 + len(akar) % 2 :]
    if not akar or not akar[0].anak:
        return (akar,)
    return tuple((replace(akar[0], anak=anak),) for anak in belah(akar[0].anak))


def sebut(s: Simpul) -> str:
    """Put a node and all beneath it in words."""
    ini = f"{s.jenis} “{s.teks}”" + (f" ({s.keterangan})" if s.keterangan else "")
    return f"{ini}, dijabarkan menjadi [{'; '.join(sebut(a) for a in s.anak)}]" if s.anak else ini
