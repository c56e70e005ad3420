// Below a date: how it is understood, in words that the server finds.

import { make, prepareAll } from "./words.js";

function prepare(input) {
  const echo = make("output", { class: "echo", for: input.id, id: `${input.id}_echo` }, input.dataset.said ?? "");
  input.after(echo);
  const described = input.getAttribute("aria-describedby");
  input.setAttribute("aria-describedby", [described, echo.id].filter(Boolean).join(" "));
  let timer;
  let asking;

  async function ask() {
    asking?.abort();
    if (!input.value.trim()) return show("", false);
    asking = new AbortController();
    const asked = new URLSearchParams({ text: input.value, once: input.dataset.once });
    try {
      const answer = await fetch(`${input.dataset.date}?${asked}`, { signal: asking.signal });
      const { said, error } = await answer.json();
      show(said ?? error, Boolean(error));
    } catch (error) {
      if (error.name !== "AbortError") show("", false);
    }
  }

  function show(text, isBad) {
    echo.textContent = text;
    echo.classList.toggle("echo--bad", isBad);
    if (isBad) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 250);
  });
}

prepareAll((root) => {
  for (const input of root.querySelectorAll("input[data-date]")) if (!document.getElementById(`${input.id}_echo`)) prepare(input);
});
