// Saves the record of a meeting as one goes. Without this the buttons do it.
//
// What is typed is kept in this browser until the server has said that all of it is saved, so that a lost connection, an
// ended session or a closed tab loses nothing. It is kept for this person and this meeting, and brought back to nobody else.
import { keeper, offerSignIn, send } from "./saving.js";

const PAUSE = 2500;
const AGAIN = 15000;

export function enhanceRecord() {
  const form = document.querySelector("form[data-record]");
  if (!form) return;
  const state = form.querySelector("[data-state]");
  const kept = keeper(`record:${form.dataset.record}`);
  let timer, running = false, changed = false;

  function say(text, saved) {
    if (state.textContent !== text) state.textContent = text;
    state.dataset.saved = saved ? "yes" : "no";
  }

  function values() {
    return [...new FormData(form)].filter(([key, value]) => key !== "csrfmiddlewaretoken" && typeof value === "string");
  }

  // Where the browser keeps nothing, the state line says that nothing is saved yet.
  function keep() {
    kept.write(values());
  }

  function later(pause = PAUSE) {
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  }

  async function save() {
    if (running) return later();
    running = true;
    changed = false;
    say(state.dataset.saving, false);
    try {
      const body = new FormData(form);
      // Files go with a button, so that nobody wonders whether one was sent twice.
      for (const field of form.querySelectorAll("input[type=file]")) body.delete(field.name);
      const answer = await send(form, body);
      if (answer.signedOut || answer.gone) return signedOut();
      if (answer.refused) {
        keep();
        return say(answer.refused, false);
      }
      show(answer);
    } catch {
      keep();
      say(state.dataset.away, false);
      later(AGAIN);
    } finally {
      running = false;
    }
  }

  function signedOut() {
    keep();
    say(state.dataset.signedOut, false);
    offerSignIn(state);
  }

  function show(answer) {
    for (const [prefix, part] of Object.entries(answer.parts)) {
      const place = form.querySelector(`[data-part="${prefix}"]`);
      if (!place) continue;
      if (part.saved) place.querySelector(`[name="${prefix}-base"]`).value = part.base;
      showErrors(place, part.errors);
      showTheirs(place, prefix, part);
      const badge = place.querySelector("[data-done]");
      if (badge) {
        badge.textContent = part.done ? badge.dataset.done : badge.dataset.open;
        badge.classList.toggle("badge--ok", part.done);
        badge.classList.toggle("badge--plain", !part.done);
      }
    }
    form.querySelector("[data-recorded]").textContent = answer.recorded;
    form.querySelector("progress").value = answer.recorded;
    say(answer.state, answer.saved && !changed);
    if (answer.saved && !changed) kept.write(null);
  }

  function showErrors(place, errors) {
    for (const list of place.querySelectorAll(".errorlist[data-told]")) {
      list.closest(".field")?.classList.remove("field--error");
      list.remove();
    }
    for (const [id, messages] of Object.entries(errors)) {
      const field = document.getElementById(id)?.closest(".field");
      if (!field || field.querySelector(".errorlist")) continue;
      const list = document.createElement("ul");
      list.className = "errorlist";
      list.dataset.told = "";
      list.append(...messages.map((message) => Object.assign(document.createElement("li"), { textContent: message })));
      field.classList.add("field--error");
      field.insertBefore(list, field.querySelector("input, textarea, select"));
    }
  }

  function showTheirs(place, prefix, part) {
    const box = place.querySelector("[data-theirs]");
    if (!box) return;
    box.hidden = part.theirs.length === 0;
    box.querySelector("[data-keep]").value = `${prefix}:${part.stored}`;
    box.querySelector("[data-theirs-list]").replaceChildren(
      ...part.theirs.flatMap(([label, text]) => [
        Object.assign(document.createElement("dt"), { textContent: label }),
        Object.assign(document.createElement("dd"), { textContent: text }),
      ]),
    );
    if (!box.hidden) place.open = true;
  }

  // Rows -------------------------------------------------------------------------------------------------------------
  const pattern = document.querySelector("[data-pattern=item]");
  const list = form.querySelector("[data-items-list]");

  function key() {
    return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  function copied(node, number, second) {
    const holder = document.createElement("template");
    holder.innerHTML = node.outerHTML.replaceAll("__n__", number).replaceAll("__m__", second).replaceAll("__key__", key());
    return holder.content.firstElementChild;
  }

  function nextNumber(attribute, prefix) {
    const numbers = [...form.querySelectorAll(`[${attribute}]`)]
      .map((one) => one.getAttribute(attribute))
      .filter((value) => value.startsWith(prefix))
      .map((value) => Number(value.slice(prefix.length)) || 0);
    return Math.max(0, ...numbers) + 1;
  }

  function addItem(number = nextNumber("data-part", "i")) {
    const item = copied(pattern.content.firstElementChild, number, 1);
    // An outcome has a key of its own.
    item.querySelector("[data-outcome] [name$='-key']").value = key();
    const positions = [...list.querySelectorAll("[name$='-position']")].map((field) => Number(field.value) || 0);
    item.querySelector("[name$='-position']").value = Math.max(0, ...positions) + 1;
    list.append(item);
    form.querySelector("[data-items]").textContent = list.children.length;
    form.querySelector("progress").max = list.children.length;
    kinds(item);
    return item;
  }

  function addOutcome(item, second) {
    const prefix = item.dataset.part;
    const outcome = copied(
      pattern.content.querySelector("[data-outcome]"),
      prefix.slice(1),
      second ?? nextNumber("data-outcome", `${prefix}-o`),
    );
    // The pattern is that of the first outcome: its number is already in the markup.
    item.querySelector("[data-outcomes]").append(outcome);
    kinds(outcome);
    return outcome;
  }

  // Owner, due date and status are asked for where there is an action point.
  function kinds(within) {
    for (const outcome of within.matches("[data-outcome]") ? [within] : within.querySelectorAll("[data-outcome]")) {
      const kind = outcome.querySelector("input[type=radio]:checked")?.value ?? "";
      outcome.dataset.kind = kind;
      outcome.querySelector("[data-action-fields]").hidden = kind !== "action";
    }
  }

  form.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-add]");
    if (!button || !pattern) return;
    event.preventDefault();
    const added = button.dataset.add === "item" ? addItem() : addOutcome(button.closest("[data-part]"));
    (added.querySelector("[name$='-title']") ?? added.querySelector("input[type=radio]")).focus();
  });

  form.addEventListener("change", (event) => kinds(event.target.closest("[data-outcome]") ?? document.createElement("p")));

  form.addEventListener("input", (event) => {
    if (event.target.type === "file") return;
    const heading = event.target.closest("[data-part]")?.querySelector(":scope > summary [data-heading]");
    if (heading && event.target.name.endsWith("-title")) heading.textContent = event.target.value;
    changed = true;
    keep();
    say(state.dataset.unsaved, false);
    later();
  });

  // A button sends everything; what the server then shows is what counts.
  form.addEventListener("submit", () => clearTimeout(timer));

  // What this browser still has ----------------------------------------------------------------------------------------
  function bringBack() {
    const before = kept.read();
    if (!before) return;
    const byName = new Map();
    for (const [field, value] of before) byName.set(field, [...(byName.get(field) ?? []), value]);
    for (const field of byName.keys()) {
      const row = /^(i\d+)(?:-(o\d+))?-key$/.exec(field);
      if (!row || form.elements[field]) continue;
      if (!row[2]) addItem(row[1].slice(1));
      else addOutcome(form.querySelector(`[data-part="${row[1]}"]`) ?? addItem(row[1].slice(1)), row[2].slice(1));
    }
    for (const field of form.elements) {
      if (!field.name || field.type === "file" || field.type === "submit" || field.name === "csrfmiddlewaretoken") continue;
      const wanted = byName.get(field.name);
      if (field.type === "checkbox" || field.type === "radio") field.checked = wanted?.includes(field.value) ?? false;
      else if (wanted) field.value = wanted[0];
    }
    kinds(form);
    form.querySelector("[data-brought-back]").hidden = false;
    say(state.dataset.unsaved, false);
    later();
  }

  kinds(form);
  bringBack();
}
