// Saves a translation while it is written: each text by itself, and tells how that went.
import { Queue } from "./queue.js";
import { Row } from "./row.js";

const LOOK = 1000; // how often fields are looked at, in milliseconds
const PAUSE = 1500; // of nothing written, before it is sent
const AGAIN = 5000; // until it is tried again without a connection

function start(form) {
  const rows = new Map([...form.querySelectorAll("[data-row]")].map((section) => [section.dataset.row, new Row(section)]));
  const queue = new Queue(form.dataset.translating);
  const state = form.querySelector("[data-state]");
  const progress = document.querySelector("[data-progress]");
  let timer;
  let isSending = false;

  const say = (message, time = "") => {
    state.textContent = [message, time].filter(Boolean).join(" ");
  };
  const later = (milliseconds) => {
    clearTimeout(timer);
    timer = setTimeout(send, milliseconds);
  };

  function look(pause = PAUSE) {
    let isChanged = false;
    for (const row of rows.values()) {
      const written = row.change();
      if (!written) continue;
      queue.put(row.key, written);
      isChanged = true;
    }
    if (isChanged) {
      say(form.dataset.waiting);
      later(pause);
    }
  }

  function waiting() {
    return queue.texts.filter(([key, text]) => !text.isGone && rows.has(key) && !rows.get(key).isUndecided);
  }

  async function send() {
    const texts = waiting();
    if (isSending || !texts.length) return;
    isSending = true;
    say(form.dataset.saving);
    const body = new FormData();
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    for (const [key, { value, loaded, source }] of texts) {
      body.set(`text:${key}`, value);
      body.set(`loaded:${key}`, loaded);
      body.set(`source:${key}`, source);
    }
    try {
      const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" }, redirect: "manual" });
      if (answer.ok) take(await answer.json(), texts);
      else if (answer.status === 0 || answer.status === 403) say(form.dataset.signedOut);
      else if (answer.status >= 500) again();
      else say(form.dataset.refused);
    } catch {
      again();
    } finally {
      isSending = false;
    }
  }

  function again() {
    say(form.dataset.offline);
    later(AGAIN);
  }

  function take(told, texts) {
    if (told.lock) {
      state.innerHTML = told.lock;
      return;
    }
    for (const [key, written] of texts) {
      const one = told.texts[key];
      if (one.status === "gone") {
        queue.put(key, { ...written, isGone: true });
        showGone();
        continue;
      }
      rows.get(key).show(one);
      if (one.status === "saved") {
        queue.confirm(key, written.value);
        renew(key, one.loaded);
      }
    }
    progress.textContent = progress.dataset.progress.replace("#", told.done);
    if (waiting().some(([key, text]) => text.value !== texts.find(([sent]) => sent === key)?.[1].value)) {
      say(form.dataset.waiting);
      later(PAUSE);
      return;
    }
    const isAll = Object.values(told.texts).every((one) => one.status === "saved") && ![...rows.values()].some((row) => row.isUndecided);
    say(isAll ? form.dataset.saved : form.dataset.undecided, told.time);
  }

  /** What was written while the answer was on its way is based on what has just been saved. */
  function renew(key, loaded) {
    const since = queue.texts.find(([waitingKey]) => waitingKey === key);
    if (since) queue.put(key, { ...since[1], loaded });
  }

  function showGone() {
    const gone = form.querySelector("[data-gone]");
    const texts = queue.texts.filter(([key, text]) => text.isGone || !rows.has(key));
    gone.hidden = !texts.length;
    gone.querySelector("[data-gone-texts]").replaceChildren(
      ...texts.map(([, { value }]) => {
        const quote = document.createElement("blockquote");
        quote.textContent = plain(value);
        return quote;
      }),
    );
    const forget = gone.querySelector("[data-forget-gone]");
    forget.hidden = false;
    forget.onclick = () => {
      for (const [key, { value }] of texts) queue.confirm(key, value);
      showGone();
    };
  }

  function plain(value) {
    try {
      return JSON.parse(value).blocks.map((block) => block.text).join("\n");
    } catch {
      return value;
    }
  }

  function restore() {
    const kept = queue.texts.filter(([key, text]) => rows.has(key) && !text.isGone);
    for (const [key, text] of kept) {
      if (rows.get(key).field.value === text.value) queue.confirm(key, text.value);
      else rows.get(key).restore(text);
    }
    if (queue.texts.some(([key, text]) => text.isGone || !rows.has(key))) showGone();
    if (waiting().length) {
      say(form.dataset.restored);
      later(PAUSE);
    }
  }

  form.addEventListener("focusout", () => look(0));
  form.addEventListener("decided", () => look(0));
  form.addEventListener("submit", () => {
    look();
    clearTimeout(timer);
  });
  window.addEventListener("online", send);
  window.addEventListener("pagehide", () => look());
  setInterval(look, LOOK);
  restore();
}

const form = document.querySelector("[data-translating]");
if (form) start(form);
