// The focal point, set on the picture itself: by clicking, or by the arrow keys. Without this there are two numbers.

const file = document.querySelector("[data-picture]");
const inputs = { x: document.querySelector('[data-focal="x"]'), y: document.querySelector('[data-focal="y"]') };

if (file && inputs.x && inputs.y) {
  const element = (name, attributes, ...children) => {
    const made = Object.assign(document.createElement(name), attributes);
    made.append(...children);
    return made;
  };
  const picture = () => element("img", { src: file.dataset.picture, alt: "" });
  const point = element("button", { type: "button", className: "focal-point" });
  const where = element("output", { className: "focal-where" });
  const whole = picture();
  const stage = element("div", { className: "focal-stage", dir: "ltr" }, whole, point);
  const cuts = ["wide", "square"].map((cut) =>
    element(
      "figure",
      { className: `focal-cut focal-${cut}` },
      element("div", {}, picture()),
      element("figcaption", { textContent: file.dataset[cut] }),
    ),
  );
  const box = element("div", { className: "focal" }, stage, element("div", { className: "focal-cuts" }, ...cuts), where);

  const value = (axis) => Math.min(1, Math.max(0, Number(inputs[axis].value) || 0));

  const show = () => {
    const [x, y] = [value("x"), value("y")];
    point.style.left = `${x * 100}%`;
    point.style.top = `${y * 100}%`;
    const said = `${Math.round(x * 100)} % / ${Math.round(y * 100)} %`;
    point.setAttribute("aria-label", `${file.dataset.label} (${said})`);
    where.textContent = said;
    for (const cut of cuts) {
      cutAround(cut.querySelector("img"), x, y);
    }
  };

  // As the server cuts: the point as near to the middle as the edges allow.
  const cutAround = (image, x, y) => {
    const frame = image.parentElement;
    const scale = Math.max(frame.clientWidth / whole.naturalWidth, frame.clientHeight / whole.naturalHeight);
    const share = (at, size, seen) => {
      const room = size * scale - seen;
      return room < 1 ? 50 : (Math.min(room, Math.max(0, at * size * scale - seen / 2)) / room) * 100;
    };
    const across = share(x, whole.naturalWidth, frame.clientWidth);
    const down = share(y, whole.naturalHeight, frame.clientHeight);
    image.style.objectPosition = `${across}% ${down}%`;
  };

  const move = (x, y) => {
    inputs.x.value = Math.min(1, Math.max(0, x)).toFixed(2);
    inputs.y.value = Math.min(1, Math.max(0, y)).toFixed(2);
    for (const input of Object.values(inputs)) {
      input.dispatchEvent(new Event("input", { bubbles: true }));
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }
    show();
  };

  const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  point.addEventListener("keydown", (event) => {
    const step = steps[event.key];
    if (step) {
      event.preventDefault();
      const size = event.shiftKey ? 0.1 : 0.01;
      move(value("x") + step[0] * size, value("y") + step[1] * size);
    }
  });
  stage.addEventListener("click", (event) => {
    if (event.target !== point) {
      const frame = whole.getBoundingClientRect();
      move((event.clientX - frame.left) / frame.width, (event.clientY - frame.top) / frame.height);
    }
    point.focus();
  });
  for (const input of Object.values(inputs)) {
    input.addEventListener("input", show);
  }
  const row = inputs.x.closest(".form-row") ?? inputs.x.parentElement;
  row.before(box);
  whole.addEventListener("load", show);
  window.addEventListener("resize", show);
  show();
}
