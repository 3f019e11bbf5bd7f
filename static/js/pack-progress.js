// Shows how far an offline pack is without loading the page anew. Without this the page does so itself, or by a link.
const PAUSE = 2000;

export function enhancePackProgress() {
  const pack = document.querySelector("[data-pack]");
  if (!pack) return;

  async function look() {
    const response = await fetch(location.href, { headers: { Accept: "text/html" } });
    // Expired, deleted or signed out: the page itself says it best.
    if (!response.ok) return location.reload();
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("[data-pack]");
    if (!fresh) return location.reload();
    const [state, freshState] = [pack, fresh].map((one) => one.querySelector("[data-pack-state]"));
    // Said aloud when it changes, and not with every page.
    if (state.textContent !== freshState.textContent) state.replaceChildren(...freshState.childNodes);
    pack.querySelector("[data-pack-rest]").replaceWith(fresh.querySelector("[data-pack-rest]"));
    pack.toggleAttribute("data-going-on", fresh.hasAttribute("data-going-on"));
    wait();
  }

  function wait() {
    // A line that is away for a moment is asked again.
    if (pack.hasAttribute("data-going-on")) setTimeout(() => look().catch(wait), PAUSE);
  }

  wait();
}
