// A link in running text: to a record, found while somebody types, or to an address elsewhere.

import { Combobox } from "./combobox.js";
import { make, say } from "./words.js";

export function askForLink(editor) {
  const { found, language, schemes } = editor.desk;
  const { from, to } = editor.state.selection;
  const held = editor.getAttributes("link").href;
  const finder = new Combobox({
    url: found,
    asked: { language },
    label: say("search"),
    onChoose: (find) => finish({ href: `record:${find.path}`, words: find.title }),
  });
  const elsewhere = make("button", { type: "button", class: "links__use", hidden: true }, say("use"));
  const cancel = make("button", { type: "button", class: "links__cancel" }, say("cancel"));
  const heading = make("h2", { class: "links__heading", id: "links-heading" }, say("link"));
  const actions = make("div", { class: "links__actions" }, elsewhere, cancel);
  const hint = make("p", { class: "help" }, say("search"));
  const dialog = make("dialog", { class: "links", "aria-labelledby": heading.id }, heading, hint, finder.element, actions);

  const address = () => finder.input.value.trim();
  const isAddress = () => schemes.some((scheme) => scheme !== "record" && address().startsWith(`${scheme}://`));

  function finish({ href, words }) {
    dialog.close();
    const chain = editor.chain().focus();
    if (held) chain.extendMarkRange("link").setMark("link", { href }).run();
    else if (from !== to) chain.setTextSelection({ from, to }).setMark("link", { href }).run();
    else chain.insertContent({ type: "text", text: words, marks: [{ type: "link", attrs: { href } }] }).run();
  }

  finder.input.addEventListener("input", () => (elsewhere.hidden = !isAddress()));
  finder.input.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Enter" || !isAddress()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      finish({ href: address(), words: address() });
    },
    { capture: true },
  );
  elsewhere.addEventListener("click", () => finish({ href: address(), words: address() }));
  cancel.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    editor.commands.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  if (held && !held.startsWith("record:")) finder.input.value = held;
  else finder.input.value = editor.state.doc.textBetween(from, to);
  finder.input.focus();
  if (finder.input.value) finder.ask();
}
