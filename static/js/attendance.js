// Saves each tick of who was there as one goes. Without this the buttons do it.
//
// A tick is kept in this browser, with its time, until the server has said what holds. So a lost connection, an ended session
// or a closed tab loses none. They are kept for this person and this session, and sent for nobody else.
import { keeper, offerSignIn, send } from "./saving.js";

const PAUSE = 400;
const AGAIN = 15000;

export function enhanceAttendance() {
  const form = document.querySelector("form[data-attendance]");
  if (!form) return;
  const state = form.querySelector("[data-state]");
  const words = state.dataset;
  const forget = form.querySelector("[data-forget]");
  const own = `attendance:${form.dataset.attendance}:`;
  const kept = keeper(own + form.dataset.session);
  const rows = new Map([...form.querySelectorAll("[data-tick]")].map((row) => [row.dataset.tick, row]));
  let timer, running = false, isKept = true;

  function say(text, saved = false) {
    state.textContent = isKept ? text : `${text} ${words.nothingKept}`;
    words.saved = saved ? "yes" : "no";
  }

  // By enrolment: { there, at, seen }. Read anew each time, because another tab may have the same list.
  function waiting() {
    return kept.read()?.ticks ?? {};
  }

  function keep(ticks) {
    const some = Object.keys(ticks).length > 0;
    isKept = kept.write(some ? { url: location.pathname, label: form.querySelector("legend").textContent, ticks } : null);
    for (const [key, row] of rows) row.toggleAttribute("data-waits", key in ticks);
  }

  function later(pause = PAUSE) {
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  }

  function tick(row) {
    const ticks = waiting();
    const [key, , seen] = row.querySelector("[name=asked]").value.split(":");
    ticks[key] = { there: row.querySelector("[name=there]").checked, at: Date.now(), seen };
    row.querySelector("[data-conflict]").textContent = "";
    keep(ticks);
    say(words.saving);
    later();
  }

  async function save() {
    if (running) return later();
    const sent = Object.entries(waiting());
    if (!sent.length) return say(words.done, true);
    running = true;
    const count = sent.length;
    try {
      const body = new FormData();
      body.set("csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value);
      for (const [key, { there, at, seen }] of sent) {
        body.append("tick", [key, Number(there), seen, Math.max(0, Date.now() - at)].join(":"));
      }
      const answer = await send(form, body);
      if (answer.signedOut) {
        say(`${words.signedOut} ${count}.`);
        offerSignIn(state);
      } else if (answer.rows) {
        taken(sent, answer.rows);
      } else {
        say(`${answer.refused ?? ""} ${words.notTaken} ${count}.`.trim());
        forget.hidden = false;
      }
    } catch {
      say(`${words.waiting} ${Object.keys(waiting()).length}.`);
      later(AGAIN);
    } finally {
      running = false;
    }
  }

  function taken(sent, answers) {
    const left = waiting();
    for (const [key, { at }] of sent) if (left[key]?.at === at) delete left[key];
    keep(left);
    for (const [key, answer] of Object.entries(answers)) {
      const row = rows.get(key);
      if (!row) continue;
      row.querySelector("[name=asked]").value = `${key}:${Number(answer.there)}:${answer.seen}`;
      row.querySelector("[data-said]").textContent = answer.said;
      if (answer.conflict) row.querySelector("[data-conflict]").textContent = answer.conflict;
      if (!(key in left)) row.querySelector("[name=there]").checked = answer.there;
    }
    forget.hidden = true;
    if (Object.keys(left).length) return later();
    const two = [...form.querySelectorAll("[data-conflict]")].filter((place) => place.textContent).length;
    say(two ? `${words.done} ${words.two} ${two}.` : words.done, !two);
  }

  // Ticks of another session, whose page was left before they were sent.
  function showOthers() {
    const box = form.querySelector("[data-others]");
    for (const name of Object.keys(localStorage)) {
      if (!name.startsWith(own) || name === own + form.dataset.session) continue;
      const other = keeper(name).read();
      if (!other) continue;
      const link = Object.assign(document.createElement("a"), { href: other.url, textContent: other.label });
      const item = document.createElement("li");
      item.append(link, ` (${Object.keys(other.ticks).length})`);
      box.querySelector("ul").append(item);
      box.hidden = false;
    }
  }

  function bringBack() {
    const ticks = waiting();
    for (const [key, { there }] of Object.entries(ticks)) {
      const box = rows.get(key)?.querySelector("[name=there]");
      if (box) box.checked = there;
    }
    keep(ticks);
    // What the page itself brought back after signing in is sent like a tick.
    if (form.hasAttribute("data-brought-back")) {
      for (const row of rows.values()) {
        const was = row.querySelector("[name=asked]").value.split(":")[1] === "1";
        if (row.querySelector("[name=there]").checked !== was) tick(row);
      }
    }
    if (Object.keys(waiting()).length) later(0);
  }

  form.addEventListener("change", (event) => {
    const row = event.target.closest("[data-tick]");
    if (row) tick(row);
  });

  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (event.submitter?.value !== "save") return;
    event.preventDefault();
    save();
  });

  forget.addEventListener("click", () => {
    keep({});
    location.reload();
  });

  addEventListener("online", () => later(0));

  state.hidden = false;
  say(words.idle, true);
  try {
    showOthers();
  } catch {
    // The browser keeps nothing, so there is nothing of other sessions either.
  }
  bringBack();
}
