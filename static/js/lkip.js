/* What htmx does not do by itself. Every page works without this file. */

(() => {
  "use strict";

  // A second click on the same button sends nothing.
  document.addEventListener("submit", (peristiwa) => {
    const formulir = peristiwa.target;
    if (formulir.method !== "post") return;
    if (formulir.dataset.terkirim) {
      peristiwa.preventDefault();
      return;
    }
    formulir.dataset.terkirim = "1";
    formulir.setAttribute("aria-busy", "true");
  });
  window.addEventListener("pageshow", () => {
    for (const formulir of document.querySelectorAll("form[data-terkirim]")) {
      delete formulir.dataset.terkirim;
      formulir.removeAttribute("aria-busy");
    }
  });

  // A draft that could not be kept is said, and is tried again with the next change.
  const gagal = (peristiwa) => {
    const status = peristiwa.target.querySelector?.(".status-draf");
    if (status) {
      status.textContent =
        "Draf belum tersimpan karena sambungan terputus. Isian Anda tetap ada di halaman ini; jangan tutup halaman sebelum disimpan.";
    }
  };
  document.addEventListener("htmx:sendError", gagal);
  document.addEventListener("htmx:responseError", gagal);

  // One more row of a formset, from its <template>.
  document.addEventListener("click", (peristiwa) => {
    const tombol = peristiwa.target.closest("[data-tambah-baris]");
    if (!tombol) return;
    const awalan = tombol.dataset.tambahBaris;
    const jumlah = document.getElementById(`id_${awalan}-TOTAL_FORMS`);
    const pola = document.getElementById(`pola-${awalan}`);
    const isi = pola.innerHTML.replaceAll("__prefix__", jumlah.value);
    const tempat = document.getElementById(`baris-${awalan}`);
    tempat.insertAdjacentHTML("beforeend", isi);
    jumlah.value = String(Number(jumlah.value) + 1);
    const baru = tempat.lastElementChild;
    window.htmx?.process(baru);
    baru.querySelector("input:not([type=hidden]), select, textarea")?.focus();
  });

  // The menu closes when one goes elsewhere.
  document.addEventListener("click", (peristiwa) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (!menu.contains(peristiwa.target)) menu.open = false;
    }
  });
  document.addEventListener("keydown", (peristiwa) => {
    if (peristiwa.key !== "Escape") return;
    const menu = document.querySelector("details.menu[open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
})();
