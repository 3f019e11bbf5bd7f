// What is not saved yet, kept in the browser until the portal says that it has it: it outlives a broken connection, an
// expired session and a closed window.

export class Queue {
  #key;
  #texts;

  constructor(name) {
    this.#key = `translating:${name}`;
    try {
      this.#texts = new Map(Object.entries(JSON.parse(localStorage.getItem(this.#key) ?? "{}")));
    } catch {
      this.#texts = new Map(); // storage is switched off, or holds something else
    }
  }

  get texts() {
    return [...this.#texts];
  }

  put(key, text) {
    this.#texts.set(key, text);
    this.#keep();
  }

  /** Forgets a text, unless something else was written into it since. */
  confirm(key, value) {
    if (this.#texts.get(key)?.value === value) this.#texts.delete(key);
    this.#keep();
  }

  #keep() {
    try {
      if (this.#texts.size) localStorage.setItem(this.#key, JSON.stringify(Object.fromEntries(this.#texts)));
      else localStorage.removeItem(this.#key);
    } catch {
      // Full or switched off: then it is kept as long as the window is open.
    }
  }
}
