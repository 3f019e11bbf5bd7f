// Changes the text size at once. The form still tells the server, which remembers it, but without leaving the page.
function show(form, size) {
  document.documentElement.dataset.textSize = size;
  for (const button of form.querySelectorAll("button")) {
    button.setAttribute("aria-pressed", String(button.value === size));
  }
}

export function enhanceTextSize() {
  const form = document.querySelector("[data-text-size-form]");
  if (!form) return;
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (!button) return;
    event.preventDefault();
    const body = new FormData(form);
    body.set(button.name, button.value);
    show(form, button.value);
    // Without a connection the size holds for this page and is not remembered.
    fetch(form.action, { method: "POST", body, redirect: "manual" }).catch(() => undefined);
  });
}
