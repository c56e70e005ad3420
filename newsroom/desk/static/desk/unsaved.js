// Keeps what is typed into a record's form and not saved, says who else is there, and fills in what is chosen in a merge.
// Without it the form works as any form does. Every text shown comes from the page or from the desk.

const panel = document.getElementById("desk-unsaved");
const form = panel?.closest("form");

const AFTER_TYPING = 3_000;
const HEARTBEAT = 20_000;
// A browser carries no more than 64 KiB out of a page that is closing.
const WHILE_CLOSING = 60_000;

const ROW = /^(.+)-(\d+)-([^-]+)$/;
const NOT_TYPED = new Set(["submit", "button", "reset", "image", "file", "password"]);

const token = () => form.elements.csrfmiddlewaretoken.value;

async function tell(address, asked, options = {}) {
  const answer = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": token() },
    body: typeof asked === "string" ? asked : JSON.stringify(asked),
    ...options,
  });
  // Whoever is logged out is led to a login page.
  if (answer.redirected) throw new LoggedOut();
  const told = await answer.json();
  if (!answer.ok) throw new Error(told.said || answer.statusText);
  return told;
}

class LoggedOut extends Error {}

// What the form holds

function isTyped(control) {
  const name = control.name;
  if (!name || control.disabled || NOT_TYPED.has(control.type)) return false;
  return !name.startsWith("_") && !name.startsWith("choose:") && !name.includes("__prefix__") && name !== "csrfmiddlewaretoken" && name !== "seen_version" && name !== "action" && !name.startsWith("select_across");
}

function valuesOf(control) {
  if (control.type === "checkbox" || control.type === "radio") return control.checked ? [control.value] : [];
  if (control.type === "select-multiple") return [...control.selectedOptions].map((option) => option.value);
  return [control.value];
}

function held() {
  const inputs = new Map();
  for (const control of form.elements) {
    if (isTyped(control)) inputs.set(control.name, [...(inputs.get(control.name) ?? []), ...valuesOf(control)]);
  }
  return inputs;
}

const same = (one, other) => JSON.stringify(one ?? []) === JSON.stringify(other ?? []);
const rowOf = (name) => ROW.exec(name)?.slice(1, 3).join("-");

class Keeper {
  constructor() {
    this.known = panel.dataset.known;
    this.typedBefore = JSON.parse(document.getElementById("desk-unsaved-typed").textContent);
    this.status = panel.querySelector(".unsaved-status");
    this.before = null;
    this.sent = "{}";
    this.sentInputs = {};
    this.isLeaving = false;
    this.timer = 0;
  }

  // Editors of rich text rewrite their field as they start, so what was there first is noted as late as can be.
  noteStart() {
    this.before ??= held();
  }

  later() {
    this.noteStart();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), AFTER_TYPING);
  }

  // Inputs that differ from what was opened, with all others of the same row, and every row that is new.
  typed() {
    const now = held();
    const names = new Set([...now.keys(), ...this.before.keys()]);
    const differ = [...names].filter((name) => !same(now.get(name), this.before.get(name)) && !name.endsWith("_FORMS"));
    const touched = new Set([...differ, ...this.typedBefore.filter((name) => names.has(name))]);
    const rows = new Set([...touched].map(rowOf).filter(Boolean));
    const inputs = {};
    for (const name of names) {
      if (touched.has(name) || rows.has(rowOf(name)) || this.isNew(name, now)) inputs[name] = now.get(name) ?? [];
    }
    return inputs;
  }

  isNew(name, now) {
    const row = ROW.exec(name);
    const initial = row && now.get(`${row[1]}-INITIAL_FORMS`);
    return Boolean(initial) && Number(row[2]) >= Number(initial[0]) && now.has(name);
  }

  asked(inputs, part) {
    const { form: name, record, rowVersion } = panel.dataset;
    return JSON.stringify({ form: name, record: Number(record) || null, row_version: Number(rowVersion), known: this.known, inputs, part });
  }

  async keep({ closing = false } = {}) {
    clearTimeout(this.timer);
    if (!this.before || this.isLeaving) return;
    const inputs = this.typed();
    const state = JSON.stringify(inputs);
    if (state === this.sent) return;
    let asked = this.asked(inputs, false);
    if (closing && new Blob([asked]).size > WHILE_CLOSING) {
      asked = this.asked(Object.fromEntries(Object.entries(inputs).filter(([name, values]) => !same(values, this.sentInputs[name]))), true);
    }
    this.request = new AbortController();
    const before = this.sent;
    this.sent = state;
    try {
      const told = await tell(panel.dataset.address, asked, { keepalive: closing, signal: this.request.signal });
      this.known = told.known;
      this.sentInputs = inputs;
      this.say(told.at ? panel.dataset.kept.replace("{time}", clock(told.at)) : "");
    } catch (error) {
      this.sent = before;
      if (error.name !== "AbortError" && !closing) this.failed(error);
    }
  }

  failed(error) {
    this.say(error instanceof LoggedOut ? panel.dataset.loggedOut : panel.dataset.notKept, true);
    this.timer = setTimeout(() => this.keep(), HEARTBEAT);
  }

  say(text, isBad = false) {
    this.status.textContent = text;
    this.status.classList.toggle("unsaved-bad", isBad);
  }

  // The form is on its way: what it carries is saved there, or comes back with it.
  stop() {
    this.isLeaving = true;
    clearTimeout(this.timer);
    this.request?.abort();
    // Should the desk never answer, typing is kept again.
    setTimeout(() => { this.isLeaving = false; }, HEARTBEAT);
  }
}

const clock = (moment) => new Date(moment).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });

function startKeeping() {
  const keeper = new Keeper();
  for (const event of ["pointerdown", "keydown", "focusin"]) form.addEventListener(event, () => keeper.noteStart(), { capture: true });
  for (const event of ["input", "change", "keyup", "click"]) form.addEventListener(event, () => keeper.later());
  // The admin's own choosers tell only jQuery.
  window.django?.jQuery?.(form).on("change", () => keeper.later());
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") keeper.keep({ closing: true }); });
  window.addEventListener("pagehide", () => keeper.keep({ closing: true }));
  window.addEventListener("pageshow", (event) => { if (event.persisted) keeper.isLeaving = false; });
  form.addEventListener("submit", (event) => queueMicrotask(() => { if (!event.defaultPrevented) keeper.stop(); }));
  return keeper;
}

// What was typed some other day

function startAnswering(keeper) {
  const answers = document.getElementById("desk-unsaved-answer");
  answers?.addEventListener("submit", async (event) => {
    event.preventDefault();
    const answer = Object.assign(document.createElement("input"), { type: "hidden", name: event.submitter.name, value: "1" });
    answers.append(answer);
    // What was typed into this page since is taken up with the rest.
    if (answer.name === "_take_up") await keeper.keep();
    keeper.stop();
    answers.submit();
  });
}

// Who else is here

class Heart {
  constructor() {
    this.language = "";
    this.list = panel.querySelector(".unsaved-here");
  }

  start() {
    this.beat();
    setInterval(() => { if (document.visibilityState === "visible") this.beat(); }, HEARTBEAT);
    form.addEventListener("focusin", (event) => this.moveTo(event.target));
    window.addEventListener("pagehide", () => this.beat({ leaving: true }));
    window.addEventListener("pageshow", (event) => { if (event.persisted) this.beat(); });
  }

  moveTo(control) {
    const language = control.closest("form [lang]")?.lang ?? "";
    if (!language || language === this.language) return;
    this.language = language;
    this.beat();
  }

  async beat({ leaving = false } = {}) {
    const asked = { record: Number(panel.dataset.record), language: this.language, leaving };
    try {
      const { here } = await tell(panel.dataset.presence, asked, { keepalive: leaving });
      this.show(here.map((one) => one.said));
    } catch {
      this.show([]);
    }
  }

  show(sentences) {
    const text = sentences.join(" ");
    if (this.list.textContent !== text) this.list.textContent = text;
  }
}

// Choosing in a merge. A text is filled in at once; anything else when the form is sent.

function startChoosing() {
  for (const radio of panel.querySelectorAll('input[type="radio"][name^="choose:"]')) {
    radio.addEventListener("change", () => choose(radio));
  }
  const settle = panel.querySelector("[data-settle]");
  if (!settle) return;
  settle.parentElement.hidden = false;
  settle.addEventListener("click", () => {
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "_settle", value: "1" }));
    form.requestSubmit();
  });
}

function choose(radio) {
  const control = form.elements[radio.name.replace("choose:", "")];
  const isText = control instanceof HTMLElement && (control.type === "text" || control.type === "textarea");
  if (!isText || radio.dataset.text === undefined) return;
  control.value = radio.dataset.text;
  // An editor of running text stands in for its field.
  control.dispatchEvent(new Event("desk:set"));
  control.dispatchEvent(new Event("input", { bubbles: true }));
  // It is done: the desk need not do it again.
  for (const other of panel.querySelectorAll(`input[type="radio"]`)) {
    if (other.name === radio.name) other.dataset.done = "1";
  }
}

function withholdWhatIsDone() {
  form.addEventListener("formdata", (event) => {
    for (const radio of panel.querySelectorAll('input[type="radio"][data-done]')) event.formData.delete(radio.name);
  });
}

function showInLocalTime() {
  for (const time of panel.querySelectorAll("time")) {
    time.textContent = new Date(time.dateTime).toLocaleString(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" });
  }
}

// Long texts scroll in their box, by keyboard too.
function letScrollByKeyboard() {
  for (const box of panel.querySelectorAll(".unsaved-text")) {
    if (box.scrollHeight > box.clientHeight) box.tabIndex = 0;
  }
}

// From what differs to where it stands in the form, which may be folded away.
function leadToFields() {
  for (const input of form.querySelectorAll("[data-merged]")) input.closest("details")?.setAttribute("open", "");
  for (const link of panel.querySelectorAll(".unsaved-field a")) {
    link.addEventListener("click", () => setTimeout(() => document.getElementById(link.hash.slice(1))?.focus()));
  }
}

if (form) {
  showInLocalTime();
  leadToFields();
  letScrollByKeyboard();
  const keeper = startKeeping();
  startAnswering(keeper);
  if (panel.dataset.presence) new Heart().start();
  startChoosing();
  withholdWhatIsDone();
}
