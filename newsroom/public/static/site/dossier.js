// A slider over the days on which something changes in the key posts. Without it the date is typed, and the page the same.
"use strict";

const form = document.querySelector(".day-of");
const days = form ? [...form.querySelectorAll("datalist option")] : [];

if (days.length > 1) {
  const date = form.elements.on;
  const slider = document.createElement("input");
  Object.assign(slider, { type: "range", min: 0, max: days.length - 1, step: 1 });
  slider.setAttribute("aria-label", date.labels[0].innerText.trim());
  date.closest("label").after(slider);

  const before = (day) => days.filter((option) => option.value <= day).length - 1;
  const say = () => slider.setAttribute("aria-valuetext", days[slider.value].label);
  slider.value = Math.max(0, before(date.value));
  say();

  let asked;
  const show = async () => {
    const url = new URL(location.href);
    url.searchParams.set("on", date.value);
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
      if (error.name !== "AbortError") form.submit();
    }
  };

  let waiting;
  slider.addEventListener("input", () => {
    date.value = days[slider.value].value;
    say();
    clearTimeout(waiting);
    waiting = setTimeout(show, 150);
  });
  date.addEventListener("change", () => {
    slider.value = Math.max(0, before(date.value));
    say();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    show();
  });
}
