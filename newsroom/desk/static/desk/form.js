// One language at a time, or two beside each other. Remembered for each person; `#lang-fr` in the address decides.

const bar = document.querySelector("[data-languages]");

if (bar) {
  const tabs = [...bar.querySelectorAll("[data-language]")];
  const codes = tabs.map((tab) => tab.dataset.language);
  const beside = bar.querySelector("#languages-beside");
  const swap = bar.querySelector("[data-swap]");
  const memory = `desk.languages.${bar.dataset.reader}`;
  const shown = { main: codes[0], beside: "" };

  const known = (code) => (codes.includes(code) ? code : "");
  const groups = () => [...document.querySelectorAll("[data-texts]")];

  function choose(main, other) {
    shown.main = known(main) || shown.main;
    shown.beside = known(other) === shown.main ? "" : known(other);
    draw(document);
    for (const tab of tabs) {
      const code = tab.dataset.language;
      const isMain = code === shown.main;
      tab.setAttribute("aria-current", isMain ? "true" : "false");
      tab.classList.toggle("languages__tab--beside", code === shown.beside);
    }
    for (const option of beside.options) option.disabled = option.value === shown.main;
    beside.value = shown.beside;
    swap.hidden = !shown.beside;
    try {
      localStorage.setItem(memory, JSON.stringify(shown));
    } catch {
      // Without storage the choice lasts as long as the page.
    }
    document.dispatchEvent(new CustomEvent("desk:languages", { detail: { ...shown } }));
  }

  function draw(root) {
    for (const group of root.querySelectorAll("[data-texts]")) {
      const sections = new Map([...group.querySelectorAll(":scope > [data-language]")].map((one) => [one.dataset.language, one]));
      for (const [code, section] of sections) section.hidden = code !== shown.main && code !== shown.beside;
      const [first, second] = [sections.get(shown.main), sections.get(shown.beside)];
      group.classList.toggle("texts--two", Boolean(first && second));
      if (first && second && !(first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING)) second.before(first);
      const rows = Math.max(0, ...[...sections.values()].map((one) => one.children.length));
      group.style.setProperty("--rows", rows);
    }
  }

  /** The language that an address names, by itself or by one of its fields. */
  function languageIn(hash) {
    const direct = known(hash.replace(/^#lang-/, ""));
    if (direct) return direct;
    const target = hash.length > 1 && document.getElementById(decodeURIComponent(hash.slice(1)));
    return known(target?.closest?.("[data-language]")?.dataset.language);
  }

  function follow() {
    const code = languageIn(location.hash);
    if (!code) return false;
    choose(code, shown.beside === code ? shown.main : shown.beside);
    const target = document.getElementById(location.hash.slice(1));
    const field = target?.matches("input, textarea, select") ? target : null;
    target?.closest("details")?.setAttribute("open", "");
    (field?.hidden ? null : field)?.focus();
    return true;
  }

  function remembered() {
    try {
      return JSON.parse(localStorage.getItem(memory)) ?? {};
    } catch {
      return {};
    }
  }

  function empties() {
    for (const tab of tabs) {
      const inputs = tab.dataset.required.split(" ").map((name) => document.getElementById(`id_${name}`)).filter(Boolean);
      const section = document.getElementById(`lang-${tab.dataset.language}`);
      const begun = [...(section?.querySelectorAll("input, textarea") ?? [])].some((one) => one.value.trim());
      const mark = tab.querySelector("[data-missing]");
      mark.hidden = !(inputs.length && begun && inputs.some((input) => !input.value.trim()));
    }
  }

  for (const tab of tabs) {
    tab.addEventListener("click", (event) => {
      event.preventDefault();
      const code = tab.dataset.language;
      if (event.shiftKey) choose(shown.main, code === shown.beside ? "" : code);
      else choose(code, code === shown.beside ? shown.main : shown.beside);
      history.replaceState(history.state, "", `#lang-${shown.main}`);
    });
  }
  beside.addEventListener("change", (event) => {
    event.stopPropagation();
    choose(shown.main, beside.value);
  });
  beside.addEventListener("input", (event) => event.stopPropagation());
  swap.addEventListener("click", () => choose(shown.beside, shown.main));
  document.addEventListener("formset:added", (event) => draw(event.target));
  document.addEventListener("input", empties);
  window.addEventListener("hashchange", follow);

  bar.querySelector("[data-beside]").hidden = false;
  document.documentElement.classList.add("with-languages");
  const before = remembered();
  const wrong = tabs.find((tab) => Number(tab.dataset.errors))?.dataset.language;
  choose(before.main ?? document.documentElement.lang, before.beside);
  follow();
  if (wrong && ![shown.main, shown.beside].includes(wrong)) choose(wrong, shown.beside);
}
