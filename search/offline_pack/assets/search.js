// Searches the pages of the pack. No module: a page that is opened from a disk may load none.
(function () {
  "use strict";
  const index = window.packIndex;
  const form = document.querySelector("form[data-search]");
  if (!index || !form) return;
  const field = form.querySelector("input");
  const said = document.querySelector("[data-said]");
  const list = document.querySelector("[data-results]");

  function written(text) {
    return Array.from(text, (letter) => index.letters[letter] || letter).join("");
  }

  // As portal.core.languages.folding does it.
  function fold(word) {
    const lowered = word.normalize("NFKC").toLowerCase().normalize("NFC").replace(/ß/g, "ss");
    const bare = written(lowered).normalize("NFKD").replace(/\p{M}/gu, "");
    return written(bare).replace(/[^\p{L}\p{N}]/gu, "").replace(/([dgk])j+/g, "$1");
  }

  function wordsOf(text) {
    return text.split(/[^\p{L}\p{N}_\u0300-\u036f]+/u).map(fold).filter(Boolean);
  }

  // By number of each page that has the word, or one that begins with it, what that counts for.
  function pagesWith(word) {
    const found = new Map();
    index.words.forEach((known, number) => {
      if (!known.startsWith(word)) return;
      const part = known === word ? 1 : 0.7;
      const places = index.places[number];
      for (let at = 0; at < places.length; at += 2) {
        found.set(places[at], Math.max(found.get(places[at]) || 0, places[at + 1] * part));
      }
    });
    return found;
  }

  // Endings differ more than beginnings: what nothing has is looked for without its last letters.
  function pagesNear(word) {
    let found = pagesWith(word);
    for (let cut = 1; !found.size && cut <= 3 && word.length - cut >= 4; cut += 1) {
      found = pagesWith(word.slice(0, -cut));
    }
    return found;
  }

  // Numbers of the pages that have all words, or else any of them; best first, and among equals in their order.
  function search(text) {
    const scores = new Map();
    const words = [...new Set(wordsOf(text))].slice(0, 12);
    for (const found of words.map(pagesNear)) {
      found.forEach((score, page) => {
        const before = scores.get(page) || { words: 0, score: 0 };
        scores.set(page, { words: before.words + 1, score: before.score + score });
      });
    }
    const most = Math.max(0, ...[...scores.values()].map((one) => one.words));
    return [...scores.keys()]
      .filter((page) => scores.get(page).words === most)
      .sort((one, other) => scores.get(other).score - scores.get(one).score || one - other);
  }

  function element(name, text, lang) {
    const made = document.createElement(name);
    made.textContent = text;
    if (lang) made.lang = lang;
    return made;
  }

  function line(page) {
    const item = document.createElement("li");
    item.className = "result";
    const link = element("a", page.title, page.lang);
    link.href = page.file;
    const heading = document.createElement("h3");
    heading.append(link);
    const kind = element("p", page.kind);
    kind.className = "small muted";
    item.append(heading, kind);
    if (page.summary) item.append(element("p", page.summary, page.lang));
    return item;
  }

  function show() {
    const found = field.value.trim() ? search(field.value) : [];
    list.replaceChildren(...found.map((number) => line(index.pages[number])));
    list.hidden = !found.length;
    said.textContent = field.value.trim() ? form.dataset[found.length ? "found" : "nothing"].replace("#", found.length) : "";
  }

  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
  });
  field.addEventListener("input", show);
})();
