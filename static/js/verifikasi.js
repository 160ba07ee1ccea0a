"use strict";
// A PDF dropped anywhere on the page is taken as the file to check; without this the file is chosen.
(() => {
  const formulir = document.getElementById("periksa-berkas");
  const masukan = document.getElementById("berkas");
  for (const peristiwa of ["dragover", "drop"]) {
    document.addEventListener(peristiwa, (e) => e.preventDefault());
  }
  document.addEventListener("dragover", () => formulir.classList.add("diseret"));
  document.addEventListener("dragleave", () => formulir.classList.remove("diseret"));
  document.addEventListener("drop", (e) => {
    formulir.classList.remove("diseret");
    if (e.dataTransfer.files.length) {
      masukan.files = e.dataTransfer.files;
      formulir.requestSubmit();
    }
  });
})();
