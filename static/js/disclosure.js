// A link that opens a panel by :target becomes a button that also closes it and tells its state.
function isShown(panel) {
  return getComputedStyle(panel).display !== "none";
}

function setOpen(link, panel, open) {
  panel.dataset.open = String(open);
  link.setAttribute("aria-expanded", String(open));
}

function enhance(link) {
  const panel = document.querySelector(link.hash);
  if (!panel) return;
  const toggle = (event) => {
    event.preventDefault();
    setOpen(link, panel, !isShown(panel));
  };
  link.setAttribute("role", "button");
  link.setAttribute("aria-controls", panel.id);
  setOpen(link, panel, location.hash === link.hash);
  link.addEventListener("click", toggle);
  link.addEventListener("keydown", (event) => {
    if (event.key === " ") toggle(event);
  });
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || getComputedStyle(link).display === "none") return;
    setOpen(link, panel, false);
    link.focus();
  });
}

// A menu is closed by Escape, one level each time. Where it lies over the page it also closes when something behind it
// is reached; where it moves what follows it, a link would move away from the finger that reaches for it.
function enhanceMenu(menu) {
  const [summary, list] = menu.children;
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    event.stopPropagation();
    menu.open = false;
    summary.focus();
  });
  menu.addEventListener("focusout", (event) => {
    if (!event.relatedTarget || menu.contains(event.relatedTarget)) return;
    if (getComputedStyle(list).position === "absolute") menu.open = false;
  });
}

export function enhanceDisclosures() {
  document.querySelectorAll("[data-disclosure]").forEach(enhance);
  document.querySelectorAll("details.account, details.menu__group").forEach(enhanceMenu);
}
