// Selects of records become inputs that find them. The select stays, hidden, and holds what is chosen.

import { Combobox } from "./combobox.js";
import { make, prepareAll, say } from "./words.js";

function prepare(select) {
  const label = document.querySelector(`label[for="${CSS.escape(select.id)}"]`);
  const asked = JSON.parse(select.dataset.picker);
  const box = new Combobox({
    url: select.dataset.found,
    asked: Object.fromEntries(Object.entries(asked).filter(([, value]) => value)),
    label: label?.textContent.trim(),
    describedBy: select.getAttribute("aria-describedby"),
    onChoose: (find) => choose(select, find),
  });
  const chosen = make("ul", { class: "chosen" });
  box.input.id = `${select.id}_find`;
  if (select.getAttribute("aria-invalid")) box.input.setAttribute("aria-invalid", "true");
  label?.setAttribute("for", box.input.id);
  select.hidden = true;
  select.before(make("div", { class: select.multiple ? "picker picker--many" : "picker" }, chosen, box.element));

  function choose(_select, find) {
    if (!select.multiple) for (const option of [...select.options]) option.remove();
    if (![...select.options].some((option) => option.value === String(find.id))) {
      select.add(new Option(find.title, find.id, true, true));
    }
    changed();
    (select.multiple ? box.input : chosen.querySelector("button"))?.focus();
  }

  function drop(value) {
    for (const option of [...select.options]) if (option.value === value) option.remove();
    if (!select.multiple) select.add(new Option("", "", true, true));
    changed();
    box.input.focus();
  }

  function changed() {
    draw();
    select.dispatchEvent(new Event("change", { bubbles: true }));
    select.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function draw() {
    const options = [...select.selectedOptions].filter((option) => option.value);
    chosen.replaceChildren(...options.map((option) => one(option)));
    box.input.value = "";
    box.element.hidden = !select.multiple && options.length > 0;
  }

  function one(option) {
    const name = `${say("clear")}: ${option.text}`;
    const button = make("button", { type: "button", class: "chosen__drop", "aria-label": name, title: say("clear") }, "×");
    button.addEventListener("click", () => drop(option.value));
    return make("li", { class: "chosen__one" }, make("span", { dir: "auto" }, option.text), button);
  }

  draw();
  // What others set from outside: a record just added in its own window, unsaved work brought back.
  window.django?.jQuery?.(select).on("change", draw);
  select.addEventListener("desk:set", draw);
}

prepareAll((root) => {
  for (const select of root.querySelectorAll("select[data-picker]")) if (!select.hidden) prepare(select);
});
