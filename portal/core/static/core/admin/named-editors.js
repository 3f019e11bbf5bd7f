// Wagtail's editors of rich text have no name for programs that read the screen: they get that of the field around them.

const UNNAMED = '[role="textbox"][contenteditable]:not([aria-label], [aria-labelledby])';

function name(editor) {
  for (let around = editor.parentElement; around; around = around.parentElement) {
    const label = around.querySelector("label");
    if (around.hasAttribute("aria-labelledby")) {
      editor.setAttribute("aria-labelledby", around.getAttribute("aria-labelledby"));
      return;
    }
    if (label) {
      editor.setAttribute("aria-label", label.textContent.replace("*", "").trim());
      return;
    }
  }
}

function nameAll() {
  document.querySelectorAll(UNNAMED).forEach(name);
}

// They come when Wagtail has made them, and with each new block.
new MutationObserver(nameAll).observe(document.documentElement, { childList: true, subtree: true });
nameAll();
