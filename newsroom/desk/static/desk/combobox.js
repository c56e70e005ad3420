// A text input that finds records while somebody types: an ARIA combobox with a list below.

import { make, say } from "./words.js";

let count = 0;

export class Combobox {
  /** `url` answers `?q=`; `onChoose` gets a find `{id, path, title, kind, lang, dir}`. */
  constructor({ url, asked = {}, label, describedBy, onChoose }) {
    this.url = url;
    this.asked = asked;
    this.onChoose = onChoose;
    this.finds = [];
    this.at = -1;
    const id = `finds-${++count}`;
    this.list = make("ul", { id, class: "finds", role: "listbox", "aria-label": label ?? say("find"), hidden: true });
    this.status = make("span", { class: "visually-hidden", role: "status" });
    this.input = make("input", {
      type: "text",
      class: "finder",
      role: "combobox",
      autocomplete: "off",
      spellcheck: "false",
      dir: "auto",
      placeholder: say("find"),
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": id,
      "aria-label": label,
      "aria-describedby": describedBy,
    });
    this.element = make("div", { class: "finder-box" }, this.input, this.list, this.status);
    this.listen();
  }

  listen() {
    this.input.addEventListener("input", (event) => {
      event.stopPropagation();
      this.askSoon();
    });
    this.input.addEventListener("change", (event) => event.stopPropagation());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => this.close());
    // Before the input loses its focus to the list.
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.choose(Number(option.dataset.at));
    });
  }

  key(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps) {
      event.preventDefault();
      if (this.list.hidden) this.ask();
      else this.move(steps[event.key]);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (!this.list.hidden) this.choose(Math.max(this.at, 0));
    } else if (event.key === "Escape" && !this.list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      this.close();
    }
  }

  askSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), 150);
  }

  async ask() {
    clearTimeout(this.timer);
    const query = this.input.value.trim();
    this.asking?.abort();
    this.asking = new AbortController();
    const address = `${this.url}?${new URLSearchParams({ q: query, ...this.asked })}`;
    try {
      const answer = await fetch(address, { signal: this.asking.signal, headers: { Accept: "application/json" } });
      this.show((await answer.json()).found);
    } catch (error) {
      if (error.name !== "AbortError") this.close();
    }
  }

  show(finds) {
    this.finds = finds;
    this.at = finds.length ? 0 : -1;
    this.list.replaceChildren(...finds.map((find, at) => this.option(find, at)));
    if (!finds.length) this.list.append(make("li", { class: "finds__none", role: "option", "aria-disabled": "true" }, say("nothing")));
    this.status.textContent = finds.length ? "" : say("nothing");
    this.list.hidden = document.activeElement !== this.input;
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
    this.mark();
  }

  option(find, at) {
    const title = make("span", { class: "finds__title", lang: find.lang, dir: find.dir }, find.title);
    const kind = make("span", { class: "finds__kind" }, find.kind);
    return make("li", { id: `${this.list.id}-${at}`, class: "finds__one", role: "option", "data-at": at }, title, " ", kind);
  }

  move(step) {
    if (!this.finds.length) return;
    this.at = (this.at + step + this.finds.length) % this.finds.length;
    this.mark();
  }

  mark() {
    for (const option of this.list.querySelectorAll("[data-at]")) {
      const here = Number(option.dataset.at) === this.at;
      option.setAttribute("aria-selected", String(here));
      if (here) option.scrollIntoView({ block: "nearest" });
    }
    if (this.at >= 0) this.input.setAttribute("aria-activedescendant", `${this.list.id}-${this.at}`);
    else this.input.removeAttribute("aria-activedescendant");
  }

  choose(at) {
    const find = this.finds[at];
    if (!find) return;
    this.close();
    this.onChoose(find);
  }

  close() {
    clearTimeout(this.timer);
    this.asking?.abort();
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}
