// What scripts say, as the page gives it in the interface's language.

const data = document.getElementById("desk-words");
const words = data ? JSON.parse(data.textContent) : {};

export const say = (name) => words[name] ?? name;

/** An element with attributes and children: `make("button", {type: "button"}, "Add")`. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value != null) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child != null));
  return element;
}

/** Calls `prepare` with the page and with every part that is added to it later. */
export function prepareAll(prepare) {
  prepare(document);
  document.addEventListener("formset:added", (event) => prepare(event.target));
}
