// Copies the address of the page and says so in the button. Shown only where the browser allows it.
export function enhanceCopyButtons() {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll(".js-copy")) {
    const label = button.querySelector("span");
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(button.dataset.copy);
      } catch {
        return; // The browser refused; the address stands beside the button, to be copied by hand.
      }
      label.textContent = button.dataset.done;
    });
  }
}
