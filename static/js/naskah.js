/* The rich text editor over the text area of a narrative; without it the text area is typed in as it is.

   The text area stays the field of the form: every change is written back and announced as `input`, so
   that drafts, preview and saving work as on every other form. */

const naskah = document.querySelector("textarea[data-editor]");
const bingkai = document.getElementById("tempat-editor");

// ---- The editor is fetched when it is asked for; who has it already is not asked again ----

const TERSEDIA = "lkip-penyunting";
const pernahDimuat = () => {
  try {
    return localStorage.getItem(TERSEDIA) === naskah.dataset.editor;
  } catch {
    return false;
  }
};
const diminta = () =>
  new Promise((selesai) => {
    document.getElementById("mulai-menyunting").addEventListener("click", (peristiwa) => {
      peristiwa.target.disabled = true;
      bingkai.querySelector("[role=status]").textContent = "Memuat penyunting…";
      selesai(true);
    });
    document.addEventListener("click", (peristiwa) => {
      if (peristiwa.target.closest("[data-sisip]")) selesai(true);
    });
  });
const muat = async () => {
  try {
    const isi = await import(naskah.dataset.editor);
    try {
      localStorage.setItem(TERSEDIA, naskah.dataset.editor);
    } catch {
      // Without storage the button is shown again next time.
    }
    return isi;
  } catch (galat) {
    naskah.classList.add("polos");
    bingkai.querySelector("[role=status]").textContent =
      "Penyunting tidak dapat dimuat. Tulis langsung di kotak di bawah, atau muat ulang halaman ini.";
    throw galat;
  }
};
const atasPermintaan = pernahDimuat() ? false : await diminta();
const pustaka = await muat();
const { Editor, Extension, Plugin } = pustaka;
const { Decoration, DecorationSet } = pustaka.pm.view;

// ---- Paste from Word: its headings and lists become ours, the rest of its markup goes ----

const ubahNama = (unsur, nama) => {
  const baru = document.createElement(nama);
  baru.append(...unsur.childNodes);
  unsur.replaceWith(baru);
};

const susunDaftar = (dokumen) => {
  let daftar = null;
  for (const alinea of [...dokumen.querySelectorAll("p[style*='mso-list'], p[class^='MsoListParagraph']")]) {
    const penanda = alinea.querySelector("[style*='mso-list:Ignore'], [style*='mso-list: Ignore']");
    const teks = penanda ? penanda.textContent.trim() : "";
    penanda?.remove();
    const jenis = /^[0-9a-zA-Z]{1,4}[.)]/.test(teks) ? "OL" : "UL";
    const butir = dokumen.createElement("li");
    const isi = dokumen.createElement("p");
    isi.append(...alinea.childNodes);
    butir.append(isi);
    if (daftar && daftar.tagName === jenis && alinea.previousElementSibling === daftar) {
      alinea.remove();
    } else {
      daftar = dokumen.createElement(jenis);
      alinea.replaceWith(daftar);
    }
    daftar.append(butir);
  }
};

const bersihkan = (html) => {
  const tanpaSyarat = html.replace(/<!--\[if[\s\S]*?<!\[endif\]-->/g, "").replace(/<!\[[^\]]*\]>/g, "");
  const dokumen = new DOMParser().parseFromString(tanpaSyarat, "text/html");
  for (const unsur of dokumen.querySelectorAll("style, script, meta, link, title, xml, img, o\\:p")) {
    if (unsur.tagName.toLowerCase() === "o:p" && unsur.textContent.trim()) unsur.replaceWith(...unsur.childNodes);
    else unsur.remove();
  }
  susunDaftar(dokumen);
  for (const unsur of dokumen.querySelectorAll("h1, h2, h3, h5, h6")) ubahNama(unsur, "h4");
  return dokumen.body.innerHTML;
};

// ---- Live figures stand out in the text ----

const TOKEN = /\{\{[^{}]*\}\}/g;
const tandai = (isi) => {
  const hiasan = [];
  isi.descendants((simpul, letak) => {
    if (!simpul.isText) return;
    for (const cocok of simpul.text.matchAll(TOKEN)) {
      const awal = letak + cocok.index;
      hiasan.push(Decoration.inline(awal, awal + cocok[0].length, { class: "angka-hidup" }));
    }
  });
  return DecorationSet.create(isi, hiasan);
};

const Naskah = Extension.create({
  name: "naskah",
  addKeyboardShortcuts() {
    return {
      Escape: () => {
        bilah.querySelector("button[tabindex='0']").focus();
        return true;
      },
    };
  },
  addProseMirrorPlugins() {
    return [
      new Plugin({
        state: { init: (_, { doc }) => tandai(doc), apply: (t, lama) => (t.docChanged ? tandai(t.doc) : lama) },
        props: {
          decorations(keadaan) {
            return this.getState(keadaan);
          },
          transformPastedHTML: bersihkan,
        },
      }),
    ];
  },
});

// ---- The editor, and the text area that follows it ----

const label = document.querySelector(`label[for="${naskah.id}"]`);
label.id = `${naskah.id}_label`;
bingkai.classList.remove("menunggu");
bingkai.replaceChildren();
const bilah = document.createElement("div");
bilah.className = "bilah-alat";
bilah.setAttribute("role", "toolbar");
bilah.setAttribute("aria-label", "Bilah alat naskah");
bingkai.append(bilah);

const daftarEkstensi = [
  "Document", "Paragraph", "Text", "HardBreak", "Bold", "Italic", "Underline", "Superscript", "Subscript",
  "BulletList", "OrderedList", "ListItem", "Blockquote", "Table", "TableRow", "TableHeader", "TableCell",
  "History", "Dropcursor", "Gapcursor",
].map((nama) => pustaka[nama]);

const editor = new Editor({
  element: bingkai,
  injectCSS: false,
  extensions: [...daftarEkstensi, pustaka.Heading.configure({ levels: [4] }), Naskah],
  content: naskah.value,
  editorProps: {
    attributes: {
      role: "textbox",
      "aria-multiline": "true",
      "aria-labelledby": label.id,
      "aria-describedby": naskah.getAttribute("aria-describedby") ?? "",
      "aria-invalid": naskah.getAttribute("aria-invalid") ?? "false",
      lang: "id",
    },
  },
  onUpdate: ({ editor: e }) => {
    naskah.value = e.isEmpty ? "" : e.getHTML();
    naskah.dispatchEvent(new Event("input", { bubbles: true }));
  },
});
label.addEventListener("click", () => editor.commands.focus());
document.querySelector(`a[href="#${naskah.id}"]`)?.addEventListener("click", (peristiwa) => {
  peristiwa.preventDefault();
  editor.commands.focus();
});

// ---- The toolbar ----

const rantai = () => editor.chain().focus();
const ALAT = [
  ["Tebal", "Tebal (Ctrl+B)", () => rantai().toggleBold().run(), "bold"],
  ["Miring", "Miring (Ctrl+I)", () => rantai().toggleItalic().run(), "italic"],
  ["Garis bawah", "Garis bawah (Ctrl+U)", () => rantai().toggleUnderline().run(), "underline"],
  ["x²", "Huruf naik", () => rantai().toggleSuperscript().run(), "superscript"],
  ["x₂", "Huruf turun", () => rantai().toggleSubscript().run(), "subscript"],
  null,
  ["Subjudul", "Subjudul", () => rantai().toggleHeading({ level: 4 }).run(), "heading"],
  ["• Butir", "Daftar butir", () => rantai().toggleBulletList().run(), "bulletList"],
  ["1. Angka", "Daftar bernomor", () => rantai().toggleOrderedList().run(), "orderedList"],
  ["Kutipan", "Kutipan", () => rantai().toggleBlockquote().run(), "blockquote"],
  ["Tabel", "Sisipkan tabel", () => rantai().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()],
  null,
  ["Urungkan", "Urungkan (Ctrl+Z)", () => rantai().undo().run(), null, () => editor.can().undo()],
  ["Ulangi", "Ulangi (Ctrl+Y)", () => rantai().redo().run(), null, () => editor.can().redo()],
];
const ALAT_TABEL = [
  ["+ Baris", "Tambah baris di bawah", () => rantai().addRowAfter().run()],
  ["− Baris", "Hapus baris", () => rantai().deleteRow().run()],
  ["+ Kolom", "Tambah kolom di kanan", () => rantai().addColumnAfter().run()],
  ["− Kolom", "Hapus kolom", () => rantai().deleteColumn().run()],
  ["Gabung sel", "Gabungkan sel yang dipilih", () => rantai().mergeCells().run()],
  ["Pisah sel", "Pisahkan sel", () => rantai().splitCell().run()],
  ["Kepala", "Jadikan sel kepala atau sel biasa", () => rantai().toggleHeaderCell().run()],
  ["Hapus tabel", "Hapus tabel", () => rantai().deleteTable().run()],
];

const segarkan = [];
const pasang = (tempat, alat) => {
  for (const satu of alat) {
    if (satu === null) {
      const pemisah = document.createElement("span");
      pemisah.className = "pemisah";
      tempat.append(pemisah);
      continue;
    }
    const [teks, nama, jalankan, jenis, boleh] = satu;
    const tombol = document.createElement("button");
    tombol.type = "button";
    tombol.textContent = teks;
    tombol.title = nama;
    tombol.setAttribute("aria-label", nama.startsWith(teks) ? nama : `${teks}: ${nama}`);
    tombol.tabIndex = -1;
    tombol.addEventListener("click", () => {
      if (tombol.getAttribute("aria-disabled") !== "true") jalankan();
    });
    if (jenis) segarkan.push(() => tombol.setAttribute("aria-pressed", String(editor.isActive(jenis))));
    if (boleh) segarkan.push(() => tombol.setAttribute("aria-disabled", String(!boleh())));
    tempat.append(tombol);
  }
};
pasang(bilah, ALAT);
const bagianTabel = document.createElement("span");
bagianTabel.dataset.dalam = "tabel";
bagianTabel.hidden = true;
pasang(bagianTabel, ALAT_TABEL);
bilah.append(bagianTabel);
segarkan.push(() => (bagianTabel.hidden = !editor.isActive("table")));
bilah.querySelector("button").tabIndex = 0;
const perbarui = () => segarkan.forEach((satu) => satu());
editor.on("transaction", perbarui);
perbarui();

// One stop of the Tab key; the arrows go from button to button.
bilah.addEventListener("keydown", (peristiwa) => {
  const langkah = { ArrowRight: 1, ArrowLeft: -1 }[peristiwa.key];
  if (!langkah) return;
  const tombol = [...bilah.querySelectorAll("button")].filter((satu) => satu.offsetParent);
  const tujuan = tombol[(tombol.indexOf(document.activeElement) + langkah + tombol.length) % tombol.length];
  for (const satu of bilah.querySelectorAll("button")) satu.tabIndex = satu === tujuan ? 0 : -1;
  tujuan.focus();
  peristiwa.preventDefault();
});

// ---- The picker ----

document.addEventListener("click", (peristiwa) => {
  const tombol = peristiwa.target.closest("[data-sisip]");
  if (tombol) rantai().insertContent({ type: "text", text: `{{ ${tombol.dataset.sisip} }}` }).run();
});

if (atasPermintaan) editor.commands.focus("end");
