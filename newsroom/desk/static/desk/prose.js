// Running text. The tags and addresses that the desk may publish come with the field, and nothing else can be made here.

import * as tiptap from "../django_prose_editor/editor.js";

import { askForLink } from "./links.js";
import { make, prepareAll, say } from "./words.js";

const { Node, Mark, Extension } = tiptap;

/** Headings and numbered lists of the package carry more than may be published. */
const OrderedList = Node.create({
  name: "orderedList",
  group: "block list",
  content: "listItem+",
  parseHTML: () => [{ tag: "ol" }],
  renderHTML: () => ["ol", 0],
});

function linkTo(schemes) {
  const allowed = (href) => schemes.some((scheme) => href?.startsWith(`${scheme}:`));
  return Mark.create({
    name: "link",
    inclusive: false,
    addAttributes: () => ({ href: { default: null } }),
    parseHTML: () => [{ tag: "a[href]", getAttrs: (a) => (allowed(a.getAttribute("href")) ? null : false) }],
    renderHTML: ({ HTMLAttributes }) => ["a", HTMLAttributes, 0],
    addKeyboardShortcuts() {
      return { "Mod-k": () => (askForLink(this.editor), true) };
    },
  });
}

/** A quotation in another language keeps it, and which way it runs. */
const InAnyLanguage = Extension.create({
  name: "inAnyLanguage",
  addGlobalAttributes: () => [
    {
      types: ["paragraph", "heading", "listItem", "blockquote", "bulletList", "orderedList", "bold", "italic", "link"],
      attributes: { lang: kept("lang"), dir: kept("dir") },
    },
  ],
});

function kept(name) {
  return {
    default: null,
    parseHTML: (element) => element.getAttribute(name),
    renderHTML: (held) => (held[name] ? { [name]: held[name] } : {}),
  };
}

const LEVELS = { h2: 2, h3: 3 };

function extensions({ tags, schemes }) {
  const has = (tag) => tags.includes(tag);
  const levels = Object.keys(LEVELS).filter(has).map((tag) => LEVELS[tag]);
  return [
    tiptap.Document,
    tiptap.Paragraph,
    tiptap.Text,
    tiptap.History,
    tiptap.Dropcursor,
    tiptap.Gapcursor.extend({ addProseMirrorPlugins: () => [] }),
    has("strong") && tiptap.Bold,
    has("em") && tiptap.Italic,
    levels.length && tiptap.Heading.configure({ levels }),
    has("ul") && tiptap.BulletList,
    has("ol") && OrderedList,
    has("li") && tiptap.ListItem,
    has("blockquote") && tiptap.Blockquote,
    has("br") && tiptap.HardBreak,
    has("a") && linkTo(schemes),
    InAnyLanguage,
  ].filter(Boolean);
}

// Tools: what they are called, what they show, what they do, when they are on.
const TOOLS = [
  ["strong", "bold", "B", (chain) => chain.toggleBold(), ["bold"]],
  ["em", "italic", "I", (chain) => chain.toggleItalic(), ["italic"]],
  ["h2", "heading", "H2", (chain) => chain.toggleHeading({ level: 2 }), ["heading", { level: 2 }]],
  ["h3", "subheading", "H3", (chain) => chain.toggleHeading({ level: 3 }), ["heading", { level: 3 }]],
  ["ul", "bullets", "•", (chain) => chain.toggleList("bulletList", "listItem"), ["bulletList"]],
  ["ol", "numbers", "1.", (chain) => chain.toggleList("orderedList", "listItem"), ["orderedList"]],
  ["blockquote", "quotation", "“ ”", (chain) => chain.toggleBlockquote(), ["blockquote"]],
  ["a", "link", "link", null, ["link"]],
  ["a", "unlink", "unlink", (chain) => chain.extendMarkRange("link").unsetMark("link")],
  [null, "undo", "↶", (chain) => chain.undo()],
  [null, "redo", "↷", (chain) => chain.redo()],
];

function toolbar(editor, tags, labelId) {
  const bar = make("div", { class: "prose__tools", role: "toolbar", "aria-label": say("tools"), "aria-controls": labelId });
  const buttons = TOOLS.filter(([tag]) => !tag || tags.includes(tag)).map(([, name, face, run, state]) => {
    const words = face.length > 3 ? say(name === "link" ? "link" : "unlink") : face;
    const button = make("button", { type: "button", class: `prose__tool prose__tool--${name}`, title: say(name), "aria-label": say(name), tabindex: "-1" });
    if (face.length <= 3) button.textContent = words;
    if (state) button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => (run ? run(editor.chain().focus()).run() : askForLink(editor)));
    bar.append(button);
    return { button, state };
  });
  buttons[0].button.tabIndex = 0;

  bar.addEventListener("keydown", (event) => {
    const forward = getComputedStyle(bar).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const back = forward === "ArrowRight" ? "ArrowLeft" : "ArrowRight";
    const step = { [forward]: 1, [back]: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = buttons.map(({ button }) => button);
    const at = all.indexOf(document.activeElement);
    const next = all[(at + step + all.length) % all.length];
    for (const button of all) button.tabIndex = button === next ? 0 : -1;
    next.focus();
  });
  editor.on("transaction", () => {
    for (const { button, state } of buttons) if (state) button.setAttribute("aria-pressed", String(editor.isActive(...state)));
  });
  return bar;
}

const isEmpty = (html) => /^<p(?:\s[^>]*)?><\/p>$/.test(html);

function prepare(textarea) {
  const allowed = JSON.parse(textarea.dataset.prose);
  const label = document.querySelector(`label[for="${CSS.escape(textarea.id)}"]`);
  if (label) label.id ||= `${textarea.id}_label`;
  const isOpen = !textarea.disabled && !textarea.readOnly;
  const element = make("div", { class: "prose__text" });
  const box = make("div", { class: "prose" }, element);
  textarea.before(box);
  textarea.hidden = true;

  const editor = new tiptap.Editor({
    element,
    extensions: extensions(allowed),
    content: textarea.value,
    injectCSS: false,
    editable: isOpen,
    editorProps: {
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        // Who cannot type there can still go there and scroll.
        ...(!isOpen && { "aria-readonly": "true", tabindex: "0" }),
        "aria-labelledby": label?.id ?? "",
        lang: textarea.lang,
        dir: textarea.dir,
        spellcheck: "true",
        ...(textarea.getAttribute("aria-describedby") && { "aria-describedby": textarea.getAttribute("aria-describedby") }),
      },
    },
    onUpdate: () => {
      const html = editor.getHTML();
      textarea.value = isEmpty(html) ? "" : html;
      textarea.dispatchEvent(new Event("input", { bubbles: true }));
    },
  });
  editor.view.dom.id = `${textarea.id}_text`;
  editor.desk = { found: textarea.dataset.found, language: textarea.lang, schemes: allowed.schemes };
  if (isOpen) box.prepend(toolbar(editor, allowed.tags, editor.view.dom.id));
  label?.addEventListener("click", () => editor.commands.focus());
  // What others set from outside, as unsaved work brought back.
  textarea.addEventListener("desk:set", () => editor.commands.setContent(textarea.value, { emitUpdate: false }));
  textarea.focus = () => editor.commands.focus();
}

prepareAll((root) => {
  for (const textarea of root.querySelectorAll("textarea[data-prose]")) if (!textarea.hidden) prepare(textarea);
});
