// Sliders over the days on which something changes. Without them the date is typed or chosen, and the page the same.
"use strict";

// Sections are laid out when somebody comes near them. Whoever jumps to one must land on it, so all are by then.
const waiting = [...document.querySelectorAll(".sections-of > section, .sections-of .timeline")];
const layOut = (section) => (section.style.contentVisibility = "visible");
const layOutAll = () => waiting.splice(0).forEach(layOut);
if (location.hash) layOutAll();
document.addEventListener("click", ({ target }) => target.closest('a[href*="#"]') && layOutAll());

// Moves the date of a form along the days it lists; says in words on which of them it stands.
function slide(form, moved = () => {}) {
  const date = form.querySelector("[type=date]");
  const days = [...(date.list?.options ?? [])];
  if (days.length < 2) return;
  const slider = document.createElement("input");
  const said = document.createElement("span");
  Object.assign(slider, { type: "range", min: 0, max: days.length - 1, step: 1 });
  slider.setAttribute("aria-label", date.labels[0].textContent.trim());
  said.className = "day-said";
  said.ariaHidden = "true";
  date.closest("label").after(slider, said);

  const say = () => {
    const words = days[slider.value].label;
    slider.setAttribute("aria-valuetext", words);
    said.textContent = words;
  };
  // No date is the present.
  const follow = () => {
    const before = days.filter((day) => !date.value || day.value <= date.value).length;
    slider.value = Math.max(0, before - 1);
    say();
  };
  follow();
  date.addEventListener("change", follow);
  slider.addEventListener("input", () => {
    date.value = days[slider.value].value;
    say();
    moved();
  });
}

const asOf = document.querySelector(".as-of");
if (asOf) slide(asOf);

const dayOf = document.querySelector(".day-of");
if (dayOf) {
  let asked;
  const show = async () => {
    const url = new URL(location.href);
    url.searchParams.set("on", dayOf.elements.on.value);
    url.hash = "";
    const part = document.querySelector("[data-part=posts]");
    asked?.abort();
    asked = new AbortController();
    part.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(url, { signal: asked.signal });
      if (!answer.ok) throw new Error(answer.statusText);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      part.replaceChildren(...page.querySelector("#posts").closest("section").querySelector("[data-part]").childNodes);
      part.removeAttribute("aria-busy");
      history.replaceState(null, "", url);
    } catch (error) {
      if (error.name !== "AbortError") dayOf.submit();
    }
  };

  let waiting;
  slide(dayOf, () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 150);
  });
  dayOf.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    show();
  });
}
