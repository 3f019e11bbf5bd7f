// Tells the portal which result of a search was opened: only that, and not by whom. The links themselves stay as they are.
export function enhanceResults() {
  const list = document.querySelector("ol[data-clicks]");
  if (!list || !navigator.sendBeacon) return;

  function tell(event) {
    const link = event.target.closest("a");
    const result = link && link.closest("[data-document]");
    // The middle button opens a link too, the right one does not.
    if (!result || event.button > 1) return;
    const rank = Number(list.dataset.firstRank) + [...list.children].indexOf(result);
    const words = new URLSearchParams(location.search).get("q");
    navigator.sendBeacon(list.dataset.clicks, new URLSearchParams({ q: words, document: result.dataset.document, rank }));
  }

  list.addEventListener("click", tell);
  list.addEventListener("auxclick", tell);
}
