// Opens what a term means beside the word; without script its link leads to the list at the end of the page.
let open; // the link whose explanation is shown
let shown; // that explanation

function close(back) {
  if (!open) return;
  shown.remove();
  open.setAttribute("aria-expanded", "false");
  if (back) open.focus();
  open = undefined;
}

function show(link, source) {
  close();
  shown = document.createElement("div");
  shown.className = "explanation";
  shown.id = "explanation";
  // The text around it may be in another language.
  shown.lang = document.documentElement.lang;
  shown.innerHTML = source.innerHTML;
  // Next after the word for keyboard and screen readers; below its line for the eye.
  link.after(shown);
  const top = link.getBoundingClientRect().bottom - shown.offsetParent.getBoundingClientRect().top;
  shown.style.insetBlockStart = `${top + 6}px`;
  link.setAttribute("aria-expanded", "true");
  link.setAttribute("aria-controls", shown.id);
  open = link;
}

function enhance(link) {
  const source = document.querySelector(link.hash);
  if (!source) return;
  const toggle = (event) => {
    event.preventDefault();
    if (open === link) close();
    else show(link, source);
  };
  link.setAttribute("role", "button");
  link.setAttribute("aria-expanded", "false");
  link.addEventListener("click", toggle);
  link.addEventListener("keydown", (event) => {
    if (event.key === " ") toggle(event);
  });
}

export function enhanceTerms() {
  const links = document.querySelectorAll("a.term");
  if (!links.length) return;
  links.forEach(enhance);
  document.addEventListener("click", (event) => {
    if (open && !shown.contains(event.target) && event.target.closest("a.term") !== open) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close(true);
  });
  // Lines break elsewhere when the width changes; the height of a telephone's window changes while one scrolls.
  let width = window.innerWidth;
  window.addEventListener("resize", () => {
    if (window.innerWidth !== width) close();
    width = window.innerWidth;
  });
}
