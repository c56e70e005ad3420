// Ticks every text of a language at once, and says how many texts are ticked.
for (const form of document.querySelectorAll("form.choosing")) {
  const boxes = [...form.querySelectorAll('input[name="versions"]')];
  const output = form.querySelector("output");
  const none = output?.textContent;

  const tell = () => {
    const count = boxes.filter((box) => box.checked).length;
    output.textContent = count ? output.dataset.some.replace("{count}", count) : none;
    for (const button of form.querySelectorAll("[data-tick]")) {
      const own = boxes.filter((box) => box.dataset.language === button.dataset.tick);
      button.setAttribute("aria-pressed", own.length > 0 && own.every((box) => box.checked));
      button.disabled = own.length === 0;
    }
  };

  for (const button of form.querySelectorAll("[data-tick]")) {
    button.addEventListener("click", () => {
      const ticked = button.getAttribute("aria-pressed") !== "true";
      for (const box of boxes.filter((one) => one.dataset.language === button.dataset.tick)) box.checked = ticked;
      tell();
    });
  }
  if (output) {
    form.querySelector(".ticking").hidden = false;
    form.addEventListener("change", tell);
    tell();
  }
}
