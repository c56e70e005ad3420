// Parts of a record: added at the end of their list, taken away when the record is saved.

import { say } from "./words.js";

function prepare(section) {
  const total = section.querySelector(`#id_${section.dataset.parts}-TOTAL_FORMS`);
  const most = section.querySelector(`#id_${section.dataset.parts}-MAX_NUM_FORMS`);
  const empty = section.querySelector("template[data-empty]");
  const add = section.querySelector("[data-add]");
  if (!empty || !add) return;
  add.hidden = false;

  add.addEventListener("click", () => {
    const part = copy(empty, total.value);
    total.value = Number(total.value) + 1;
    empty.before(part);
    part.dispatchEvent(new CustomEvent("formset:added", { bubbles: true, detail: { formsetName: section.dataset.parts } }));
    first(part)?.focus();
    add.hidden = Number(total.value) >= Number(most?.value || 1000);
  });
}

function copy(empty, number) {
  const box = document.createElement("div");
  box.innerHTML = empty.innerHTML.replaceAll("__prefix__", number);
  return box.querySelector("[data-part]");
}

function first(part) {
  return [...part.querySelectorAll("input, select, textarea, [contenteditable=true]")].find(
    (field) => field.type !== "hidden" && field.offsetParent !== null,
  );
}

/** The line of a part, from what its first fields hold now. */
function line(part) {
  const said = [...part.querySelectorAll(".form-row")].map(valueOf).filter(Boolean);
  return said.slice(0, 4).join(" · ") || say("new");
}

function valueOf(row) {
  if (row.closest(".text")?.hidden) return "";
  const select = row.querySelector("select");
  if (select) return [...select.selectedOptions].filter((option) => option.value).map((option) => option.text).join(", ");
  const echo = row.querySelector(".echo:not(.echo--bad)");
  if (echo) return echo.textContent;
  const field = row.querySelector("input:not([type=checkbox]):not([type=hidden]):not(.finder), textarea");
  return field?.value.trim().slice(0, 60) ?? "";
}

document.addEventListener("change", (event) => {
  const part = event.target.closest?.("[data-part]");
  if (!part) return;
  if (event.target.name?.endsWith("-DELETE")) {
    part.classList.toggle("part--going", event.target.checked);
    return;
  }
  part.querySelector("[data-summary]").textContent = line(part);
});

for (const section of document.querySelectorAll("[data-parts]")) prepare(section);
