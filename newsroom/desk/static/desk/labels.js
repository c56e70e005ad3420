// The widget that replaces a list of choices tells nobody what it chooses, and puts more into its list than items.
// The list's own label names every part of it, however often the widget draws itself anew.

const NAMED = ".select2-selection, .select2-selection__rendered[role=textbox], .select2-search__field";

function name_parts(list) {
  const widget = list.nextElementSibling;
  const label = document.querySelector(`label[for="${list.id}"]`);
  if (!widget?.matches(".select2") || !label) {
    return;
  }
  const name = label.textContent.replace(/[:\s]+$/, "").trim();
  for (const part of widget.querySelectorAll(NAMED)) {
    part.removeAttribute("aria-labelledby");
    part.setAttribute("aria-label", name);
  }
  for (const part of widget.querySelectorAll("ul, li")) {
    part.setAttribute("role", "presentation");
  }
}

function name_all() {
  document.querySelectorAll("select.admin-autocomplete").forEach(name_parts);
}

new MutationObserver(name_all).observe(document.body, { childList: true, subtree: true });
name_all();
