// Offers titles and terms while somebody types in the field for words. Without it the field searches all the same.
const PAUSE = 180; // milliseconds without a key before asking
const SHORTEST = 2;

function enhance(form) {
  const field = form.querySelector("input[type=search]");
  const list = document.createElement("div");
  list.className = "searchbox__list";
  const said = document.createElement("p");
  said.className = "hidden";
  said.setAttribute("role", "status");
  form.append(list, said);
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-expanded", "false");
  let timer;
  let asked;
  let chosen = -1;

  const options = () => [...list.querySelectorAll("[role=option]")];

  function show(html) {
    list.innerHTML = html;
    chosen = -1;
    field.removeAttribute("aria-activedescendant");
    const box = list.querySelector("[role=listbox]");
    field.setAttribute("aria-expanded", String(box !== null));
    if (box) field.setAttribute("aria-controls", box.id);
    else field.removeAttribute("aria-controls");
    said.textContent = list.querySelector("[data-said]")?.textContent ?? "";
  }

  function close() {
    clearTimeout(timer);
    if (asked) asked.abort();
    show("");
  }

  function choose(index) {
    const all = options();
    if (!all.length) return;
    chosen = (index + all.length) % all.length;
    all.forEach((option, place) => option.setAttribute("aria-selected", String(place === chosen)));
    all[chosen].scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", all[chosen].id);
  }

  async function ask() {
    const words = field.value.trim();
    if (words.length < SHORTEST) return close();
    if (asked) asked.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(`${form.dataset.suggestions}?q=${encodeURIComponent(words)}`, { signal: asked.signal });
      if (answer.ok) show(await answer.text());
    } catch {
      // Overtaken by the next key, or offline: the field still searches.
    }
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!options().length) return;
      event.preventDefault();
      // From the field itself Up leads to the last one.
      choose(event.key === "ArrowDown" ? chosen + 1 : chosen < 0 ? -1 : chosen - 1);
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      options()[chosen].click();
    } else if (event.key === "Escape" && options().length) {
      event.preventDefault();
      close();
    }
  });
  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) close();
  });
  // Else the field would lose the focus, and the list with it, before the link is followed.
  list.addEventListener("mousedown", (event) => event.preventDefault());
}

export function enhanceSuggestions() {
  document.querySelectorAll("form[data-suggestions]").forEach(enhance);
}
