// A field for choosing some of very many: chosen ones as a list, more by typing. The hidden select is what is posted.
(() => {
  const PAUSE = 200;

  function enhance(root) {
    if (root.dataset.ready) return;
    root.dataset.ready = "true";
    const select = root.querySelector("select");
    const list = root.querySelector("ul");
    const input = root.querySelector("input");
    const offers = root.querySelector("datalist");
    const found = new Map();
    let timer;

    function draw() {
      list.replaceChildren(
        ...[...select.options].map((option) => {
          const item = document.createElement("li");
          const button = document.createElement("button");
          button.type = "button";
          button.className = "button button-small button-secondary";
          button.textContent = "×";
          button.setAttribute("aria-label", `${root.dataset.remove}: ${option.text}`);
          button.addEventListener("click", () => {
            option.remove();
            select.dispatchEvent(new Event("change", { bubbles: true }));
            draw();
            input.focus();
          });
          item.append(option.text, " ", button);
          return item;
        }),
      );
    }

    function choose() {
      const value = found.get(input.value);
      if (!value) return;
      if (![...select.options].some((option) => option.value === value)) {
        select.add(new Option(input.value, value, true, true));
        select.dispatchEvent(new Event("change", { bubbles: true }));
      }
      input.value = "";
      draw();
    }

    async function offer() {
      const answer = await fetch(`${root.dataset.url}?q=${encodeURIComponent(input.value)}`);
      if (!answer.ok) return;
      const { choices } = await answer.json();
      found.clear();
      offers.replaceChildren(
        ...choices.map((choice) => {
          found.set(choice.label, choice.value);
          return new Option(choice.label);
        }),
      );
    }

    input.addEventListener("input", () => {
      if (found.has(input.value)) {
        choose();
        return;
      }
      clearTimeout(timer);
      timer = setTimeout(offer, PAUSE);
    });
    input.addEventListener("keydown", (event) => {
      // Enter chooses, and never sends the whole form by accident.
      if (event.key === "Enter") {
        event.preventDefault();
        choose();
      }
    });
    draw();
  }

  const enhanceAll = () => document.querySelectorAll("[data-searched-choices]").forEach(enhance);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", enhanceAll);
  else enhanceAll();
})();
