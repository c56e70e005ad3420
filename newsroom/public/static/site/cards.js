// A link to a record shows what the record is, without leaving the text. Without this it is a link.
"use strict";

(() => {
  const prose = document.querySelector(".prose");
  if (!prose || !HTMLElement.prototype.showPopover) return;

  const WAIT = 300;
  const known = new Map();
  for (const entry of document.querySelectorAll("[data-card]")) known.set(entry.querySelector("a").pathname, entry);

  const card = document.createElement("div");
  card.id = "record-card";
  card.className = "record-card";
  card.popover = "manual";
  card.setAttribute("role", "tooltip");
  document.body.append(card);
  let shown = null;
  let timer = 0;

  // Words alone: the link itself leads to the record.
  function plain(entry) {
    const copy = document.createElement("div");
    copy.append(...entry.cloneNode(true).childNodes);
    for (const link of copy.querySelectorAll("a")) {
      const words = document.createElement("span");
      for (const name of ["lang", "dir"]) if (link.hasAttribute(name)) words.setAttribute(name, link.getAttribute(name));
      words.append(...link.childNodes);
      link.replaceWith(words);
    }
    for (const one of copy.querySelectorAll("[id]")) one.removeAttribute("id");
    return copy;
  }

  // What the page does not name itself is read from the record's own page.
  async function fetched(link) {
    const response = await fetch(link.href);
    if (!response.ok) return null;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const entry = document.createElement("div");
    entry.lang = page.documentElement.lang;
    entry.dir = page.documentElement.dir;
    const parts = {
      "card-title": page.querySelector("main h1")?.textContent,
      kicker: page.querySelector("main header .kicker")?.textContent,
      gist: page.querySelector('meta[name="description"]')?.content,
    };
    for (const [name, words] of Object.entries(parts)) {
      if (!words) continue;
      const line = document.createElement("p");
      line.className = name;
      line.textContent = words.trim();
      entry.append(line);
    }
    return entry;
  }

  async function entryFor(link) {
    if (!known.has(link.pathname)) known.set(link.pathname, await fetched(link).catch(() => null));
    return known.get(link.pathname);
  }

  function place(link) {
    const at = link.getClientRects()[0];
    const start = getComputedStyle(link).direction === "rtl" ? at.right - card.offsetWidth : at.left;
    const left = Math.max(8, Math.min(start, document.documentElement.clientWidth - card.offsetWidth - 8));
    const below = at.bottom + card.offsetHeight + 8 < innerHeight || at.top < card.offsetHeight + 8;
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${(below ? at.bottom + 6 : at.top - card.offsetHeight - 6) + scrollY}px`;
  }

  async function show(link) {
    const entry = await entryFor(link);
    if (!entry || shown !== link) return;
    card.replaceChildren(plain(entry));
    card.showPopover();
    place(link);
    link.setAttribute("aria-describedby", card.id);
  }

  function hide() {
    clearTimeout(timer);
    shown?.removeAttribute("aria-describedby");
    shown = null;
    if (card.matches(":popover-open")) card.hidePopover();
  }

  function soon(link, wait) {
    clearTimeout(timer);
    if (link === shown) return;
    timer = setTimeout(() => {
      hide();
      shown = link;
      show(link);
    }, wait);
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(hide, WAIT);
  }

  for (const link of prose.querySelectorAll('a[href^="/"]')) {
    // A finger opens the page.
    link.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && soon(link, WAIT));
    link.addEventListener("pointerleave", later);
    link.addEventListener("focus", () => link.matches(":focus-visible") && soon(link, 0));
    link.addEventListener("blur", hide);
  }
  card.addEventListener("pointerenter", () => clearTimeout(timer));
  card.addEventListener("pointerleave", later);
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
})();
