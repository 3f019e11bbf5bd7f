// A text of the page: its field, and what the portal says of it.
import { Field } from "./field.js";

export class Row {
  constructor(section) {
    this.section = section;
    this.key = section.dataset.row;
    this.field = new Field(section.querySelector("[data-text]"));
    this.loaded = section.querySelector("[data-loaded]");
    this.source = section.querySelector("[data-source]");
    this.seen = this.field.content;
    for (const button of section.querySelectorAll("[data-insert]")) {
      button.disabled = false;
      button.addEventListener("click", () => this.field.insert(button.dataset.insert));
    }
    this.#part("no-script", ".translating-row__no-script").hidden = true;
    this.#part("choice").hidden = false;
    section.querySelector("[data-keep-mine]").addEventListener("click", () => this.#decide(this.field.value));
    section.querySelector("[data-take-theirs]").addEventListener("click", () => this.#decide(this.#part("conflict").dataset.theirsValue));
  }

  /** Whether both versions are shown and nobody has decided yet: then nothing is sent. */
  get isUndecided() {
    return !this.#part("conflict").hidden;
  }

  /** What is in the field, if that is something else than when it was asked last. */
  change() {
    const { content } = this.field;
    if (content === this.seen) return null;
    this.seen = content;
    return this.written();
  }

  written() {
    return { value: this.field.value, loaded: this.loaded.value, source: this.source.value };
  }

  restore({ value, loaded, source }) {
    this.field.value = value;
    this.seen = this.field.content;
    this.loaded.value = loaded;
    this.source.value = source;
  }

  show(told) {
    const error = this.#part("error");
    error.textContent = told.error;
    error.hidden = !told.error;
    if (told.status === "invalid") return;
    this.loaded.value = told.loaded;
    this.#part("source-changed").hidden = !told.sourceChanged;
    if (told.status === "conflict") {
      // From the portal, made safe there as the page was.
      this.#part("theirs").innerHTML = told.theirs;
      this.#part("conflict").dataset.theirsValue = told.theirsValue;
      this.#part("conflict").hidden = false;
      return;
    }
    for (const term of this.section.querySelectorAll("[data-term]")) {
      const missing = term.querySelector("[data-missing]");
      if (missing) missing.hidden = !told.missingTerms.includes(term.dataset.term);
    }
    const latin = this.#part("latin");
    if (latin) {
      latin.lastElementChild.innerHTML = told.latin;
      latin.hidden = !told.latin;
    }
  }

  #decide(value) {
    this.#part("conflict").hidden = true;
    this.field.value = value;
    this.seen = null; // counts as written, so that it is sent
    this.section.dispatchEvent(new CustomEvent("decided", { bubbles: true }));
  }

  #part(name, selector = `[data-${name}]`) {
    return this.section.querySelector(selector);
  }
}
