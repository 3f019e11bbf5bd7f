// What forms that save as one goes have in common: a copy in this browser, and sending that asks nobody twice.

// A value under a name, in this browser; in this page only, where the browser keeps nothing.
export function keeper(name) {
  let here = null;
  let works = true;
  return {
    read() {
      if (!works) return here;
      try {
        return JSON.parse(localStorage.getItem(name) ?? "null");
      } catch {
        return here;
      }
    },
    // Whether it will be there when the page is opened again; null forgets it.
    write(value) {
      here = value;
      try {
        if (value === null) localStorage.removeItem(name);
        else localStorage.setItem(name, JSON.stringify(value));
        works = true;
      } catch {
        // Full or switched off.
        works = false;
      }
      return works;
    },
  };
}

// What the server says, or { signedOut: true }, or { gone: true } when there is no such thing for this person any more.
// Throws when the connection is lost, and when the server cannot answer now.
export async function send(form, body) {
  let response = await post(form, body);
  if (!isJson(response) && response.status === 403 && (await freshToken(form))) {
    body.set("csrfmiddlewaretoken", token(form).value);
    response = await post(form, body);
  }
  if (response.status === 401) return { signedOut: true };
  if (isJson(response)) return response.json();
  if (response.status >= 500 || response.status === 429) throw new Error(String(response.status));
  return response.status === 404 ? { gone: true } : { signedOut: true };
}

// Where one signs in, behind what the line says already.
export function offerSignIn(state) {
  const link = document.createElement("a");
  link.href = state.dataset.signInUrl;
  link.textContent = state.dataset.signIn;
  state.append(" ", link);
}

function post(form, body) {
  return fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" }, redirect: "error" });
}

function isJson(response) {
  return response.headers.get("Content-Type")?.includes("json") ?? false;
}

function token(within) {
  return within.querySelector("[name=csrfmiddlewaretoken]");
}

// Somebody signed in anew in another tab: the form has the token of the session before.
async function freshToken(form) {
  const response = await fetch(location.pathname, { headers: { Accept: "text/html" } });
  if (!response.ok) return false;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const same = [...page.forms].find((one) => one.getAttribute("action") === form.getAttribute("action"));
  const fresh = same && token(same);
  if (!fresh || fresh.value === token(form).value) return false;
  token(form).value = fresh.value;
  return true;
}
