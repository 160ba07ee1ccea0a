/* A grid to type in, as in a spreadsheet: a block of cells is pasted, arrows and Enter move, sums follow, and
   only what was typed is sent. Without this file every cell is an ordinary field. */

(() => {
  "use strict";

  const formulir = document.querySelector(".formulir-kisi");
  if (!formulir) return;
  const status = formulir.querySelector(".status-kisi");
  const tombolUrungkan = formulir.querySelector("[data-urungkan]");
  const tabel = [...formulir.querySelectorAll("table[data-kisi]")];
  const semuaSel = () => formulir.querySelectorAll("input.sel");
  const diubah = (sel) => sel.value !== sel.defaultValue || sel.hasAttribute("data-ubah");

  // ---- Reading and writing numbers: whole cents, nothing is rounded; what is not plain waits for the server ----

  const baca = (teks) => {
    const inti = teks.trim().replace(/^rp\.?\s*/i, "").replace(/\s*%$/, "").replace(/,-+$/, "").replace("\u2212", "-");
    if (inti === "" || inti === "-" || inti === "–") return null;
    const cocok = /^(-?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?$/.exec(inti);
    if (!cocok) return undefined;
    const sen = BigInt(cocok[2].replaceAll(".", "") + (cocok[3] ?? "").padEnd(2, "0"));
    return cocok[1] ? -sen : sen;
  };
  const tulis = (sen) => {
    const mutlak = sen < 0n ? -sen : sen;
    const utuh = String(mutlak / 100n).replace(/\B(?=(\d{3})+$)/g, ".");
    const sisa = String(mutlak % 100n).padStart(2, "0").replace(/0$/, "");
    return (sen < 0n ? "\u2212" : "") + utuh + (sisa && sisa !== "0" ? `,${sisa}` : "");
  };
  const persen = (nilai, dari) => {
    if (nilai === null || !dari) return "";
    const seperseratus = (nilai * 20000n + dari) / (2n * dari);
    const teks = String(seperseratus).padStart(3, "0");
    return `${teks.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ".")},${teks.slice(-2)}%`;
  };

  // ---- Sums of money follow what is typed ----

  const isiSel = (td) => {
    const masukan = td.querySelector("input");
    return baca(masukan ? masukan.value : td.textContent);
  };
  const tambah = (jumlah, nilai) => {
    if (nilai === undefined || jumlah === undefined) return undefined;
    if (nilai === null) return jumlah;
    return (jumlah ?? 0n) + nilai;
  };
  const teks = (nilai) => (nilai === undefined ? "…" : nilai === null ? "" : tulis(nilai));

  const TURUNAN = ["jumlah", "serap", "beda"]; // follow from other cells of the row
  const TETAP = ["pagu", "lalu", "lama"]; // no cell of the grid changes them
  const hitung = (satu) => {
    if (satu.dataset.kisi !== "rupiah") return;
    const kunci = [...satu.tHead.rows[0].cells].slice(1).map((th) => th.id.replace("kolom-", ""));
    const bulan = kunci.filter((k) => /^k\d+$/.test(k));
    const adaJumlah = kunci.includes("jumlah");
    const tampilan = new Map();
    const kosong = () => Object.fromEntries(kunci.map((k) => [k, null]));
    const grup = [];
    const total = kosong();
    for (const baris of satu.tBodies[0].rows) {
      const sel = Object.fromEntries([...baris.querySelectorAll("td")].map((td) => [td.dataset.k, td]));
      const tingkat = Number(baris.dataset.tingkat);
      if (tingkat < 3) {
        grup.length = tingkat - 1;
        grup.push({ sel, nilai: kosong() });
        tampilan.set(sel, grup.at(-1).nilai);
        continue;
      }
      const nilai = kosong();
      for (const k of kunci) if (sel[k] && !TURUNAN.includes(k)) nilai[k] = isiSel(sel[k]);
      if (adaJumlah) nilai.jumlah = bulan.reduce((j, k) => tambah(j, nilai[k]), null);
      tampilan.set(sel, nilai);
      for (const atas of [...grup.map((g) => g.nilai), total]) {
        for (const k of kunci) if (!k.startsWith("f")) atas[k] = tambah(atas[k], nilai[k]);
      }
    }
    const perubahan = (n) => {
      if (n.baru === undefined) return "…";
      const beda = (n.baru ?? 0n) - (n.lama ?? 0n);
      return beda === 0n ? "" : (beda > 0n ? "+" : "") + tulis(beda);
    };
    const serap = (n) => {
      const terpakai = adaJumlah ? n.jumlah : tambah(n.lalu, n[bulan[0]]);
      return terpakai === undefined ? "…" : persen(terpakai, n.pagu);
    };
    const tampilkan = (sel, n) => {
      for (const [k, td] of Object.entries(sel)) {
        if (td.querySelector("input") || k.startsWith("f") || TETAP.includes(k)) continue;
        if (k === "serap") td.textContent = serap(n);
        else if (k === "beda") td.textContent = perubahan(n);
        else if (k === "jumlah" || !td.closest(".tingkat-3")) td.textContent = teks(n[k]);
      }
    };
    for (const [sel, nilai] of tampilan) tampilkan(sel, nilai);
    for (const baris of satu.tFoot?.rows ?? []) {
      const sel = Object.fromEntries([...baris.querySelectorAll("td")].map((td) => [td.dataset.k, td]));
      if (baris.dataset.kaki === "jumlah") tampilkan(sel, total);
      if (baris.dataset.kaki === "selisih") {
        const tercantum = baca(satu.querySelector("[data-kaki='tercantum'] [data-k='baru']").textContent);
        const ada = total.baru !== null && tercantum !== null;
        sel.baru.textContent = total.baru === undefined ? "…" : ada ? tulis(tercantum - total.baru) : "";
      }
      let sampai = null;
      for (const k of bulan) {
        sampai = tambah(sampai, total[k]);
        if (baris.dataset.kaki === "sampai") sel[k].textContent = teks(sampai);
        if (baris.dataset.kaki === "serap") {
          sel[k].textContent = sampai === undefined ? "…" : persen(sampai, total.pagu);
        }
      }
    }
  };

  // ---- Moving ----

  const selDi = (baris, kunci) => baris?.querySelector(`td[data-k="${kunci}"] input.sel`) ?? null;
  const barisIsian = (satu) => [...satu.tBodies[0].rows].filter((b) => b.dataset.tingkat === "3");
  formulir.addEventListener("keydown", (peristiwa) => {
    const sel = peristiwa.target.closest("input.sel");
    if (!sel || peristiwa.ctrlKey || peristiwa.altKey || peristiwa.metaKey) return;
    const langkah = { Enter: peristiwa.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[peristiwa.key];
    if (!langkah) return;
    peristiwa.preventDefault();
    const baris = barisIsian(sel.closest("table"));
    const tujuan = selDi(baris[baris.indexOf(sel.closest("tr")) + langkah], sel.closest("td").dataset.k);
    tujuan?.focus();
    tujuan?.select();
  });

  // ---- Pasting a block ----

  let terakhir = [];
  const tandai = (sel) => sel.toggleAttribute("data-beda", sel.value !== sel.defaultValue);
  const berubah = (sel) => {
    tandai(sel);
    sel.dispatchEvent(new Event("input", { bubbles: true }));
    sel.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const urai = (isi) => {
    // A cell with a line break or a quotation mark stands in quotation marks.
    const polos = isi.replace(/"((?:[^"]|"")*)"/g, (_, dalam) => dalam.replaceAll('""', '"').replace(/\s*\n\s*/g, " "));
    const baris = polos.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n");
    return baris.map((satu) => satu.split("\t").map((sel) => sel.trim()));
  };
  const rapikanKode = (kode) => {
    const bagian = kode.split(".");
    if (bagian.length === 6) bagian[5] = bagian[5].padStart(4, "0");
    return bagian.join(".");
  };
  const KODE = /^\d{1,2}(\.\d{1,4}){5}$/;

  formulir.addEventListener("paste", (peristiwa) => {
    const awal = peristiwa.target.closest("input.sel");
    const isi = peristiwa.clipboardData?.getData("text/plain") ?? "";
    if (!awal || !/[\t\n]/.test(isi.replace(/\n$/, ""))) return;
    peristiwa.preventDefault();
    const satu = awal.closest("table");
    const blok = urai(isi);
    const baris = barisIsian(satu);
    const menurutKode = blok.every((b) => b.length > 1) && blok.some((b) => KODE.test(b[0]));
    const perKode = new Map(baris.map((b) => [b.dataset.kode, b]));
    const kunci = [...satu.tHead.rows[0].cells].slice(1).map((th) => th.id.replace("kolom-", ""));
    const dapat = kunci.filter((k) => /^[kfp]\d+$/.test(k) || k === "baru");
    const kolomAwal = dapat.indexOf(awal.closest("td").dataset.k);
    const barisAwal = baris.indexOf(awal.closest("tr"));
    terakhir = [];
    let terlewat = 0;
    const takDikenal = [];
    blok.forEach((nilai, i) => {
      let tujuan = baris[barisAwal + i];
      let angka = nilai;
      if (menurutKode) {
        tujuan = perKode.get(rapikanKode(nilai[0]));
        angka = nilai.slice(1);
        if (!tujuan) {
          if (nilai.some((n) => n !== "")) takDikenal.push(nilai[0] || "(kosong)");
          return;
        }
      }
      angka.forEach((n, j) => {
        const sel = selDi(tujuan, dapat[kolomAwal + j]);
        if (!sel) {
          if (n !== "") terlewat += 1;
          return;
        }
        terakhir.push([sel, sel.value]);
        sel.value = n;
        tandai(sel);
      });
    });
    const pesan = [`${terakhir.length} sel diisi dari tempelan.`];
    if (terlewat) pesan.push(`${terlewat} angka di luar tabel atau pada sel terkunci tidak dipakai.`);
    if (takDikenal.length) pesan.push(`Kode yang tidak ada di tabel ini, tidak dipakai: ${takDikenal.join(", ")}.`);
    pesan.push("Periksa, lalu simpan.");
    status.textContent = pesan.join(" ");
    tombolUrungkan.hidden = terakhir.length === 0;
    tabel.forEach(hitung);
    if (terakhir.length) awal.dispatchEvent(new Event("input", { bubbles: true }));
  });
  tombolUrungkan.addEventListener("click", () => {
    for (const [sel, nilai] of terakhir) {
      sel.value = nilai;
      tandai(sel);
    }
    status.textContent = `Tempelan diurungkan: ${terakhir.length} sel kembali seperti sebelumnya.`;
    const [pertama] = terakhir[0];
    terakhir = [];
    tombolUrungkan.hidden = true;
    tabel.forEach(hitung);
    pertama.focus();
    berubah(pertama);
  });

  // ---- The number as understood, said by the server under the grid ----

  const label = (sel) =>
    sel.getAttribute("aria-labelledby").split(" ").map((id) => document.getElementById(id)?.firstChild?.textContent ?? "").join(", ");
  formulir.addEventListener("change", async (peristiwa) => {
    const sel = peristiwa.target.closest("input.sel");
    if (!sel) return;
    tandai(sel);
    hitung(sel.closest("table"));
    const jenis = sel.closest("td").dataset.k.startsWith("f") ? "persen" : "rupiah";
    const alamat = new URL(formulir.dataset.baca, location.href);
    alamat.search = new URLSearchParams({ jenis, nama: "sel", sel: sel.value });
    const nilai = sel.value;
    try {
      const jawaban = await fetch(alamat, { headers: { "X-Requested-With": "XMLHttpRequest" } });
      if (!jawaban.ok || sel.value !== nilai) return;
      const isi = new DOMParser().parseFromString(await jawaban.text(), "text/html").body;
      const salah = isi.querySelector(".galat");
      sel.toggleAttribute("aria-invalid", false);
      if (salah) sel.setAttribute("aria-invalid", "true");
      const dibaca = document.createElement("span");
      dibaca.className = salah ? "galat" : "";
      dibaca.textContent = isi.textContent.trim();
      status.replaceChildren(`${label(sel)}: `, dibaca);
    } catch {
      // Without a connection the number is read when it is saved.
    }
  });

  // ---- Only what was typed is sent, with the form and with its draft ----

  formulir.addEventListener("htmx:configRequest", (peristiwa) => {
    for (const sel of semuaSel()) if (!diubah(sel)) delete peristiwa.detail.parameters[sel.name];
  });
  formulir.addEventListener("submit", () => {
    for (const sel of semuaSel()) if (!diubah(sel)) sel.disabled = true;
  });
  window.addEventListener("pageshow", () => {
    for (const sel of semuaSel()) {
      sel.disabled = false;
      tandai(sel);
    }
    if (formulir.querySelector(".sel[data-beda]")) tabel.forEach(hitung);
  });
})();
