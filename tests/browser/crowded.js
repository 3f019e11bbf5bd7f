// Text that is cut off, sticks out of its box, or lies over other text: "what is wrong: where, which text".
// What is hidden from the eye on purpose (clipped to nothing) and what can be scrolled to is left out.
() => {
  const found = [];
  const told = (what, element, text) => found.push(`${what}: ${where(element)} “${text.slice(0, 40)}”`);
  const where = (element) => {
    const names = [];
    for (let one = element; one && one !== document.body && names.length < 3; one = one.parentElement) {
      names.unshift([one.localName, ...one.classList].join("."));
    }
    return names.join(" > ");
  };
  const style = (element) => getComputedStyle(element);
  const isSeen = (element) => {
    if (!element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) return false;
    for (let one = element; one; one = one.parentElement) if (style(one).clipPath !== "none") return false;
    return !element.closest("svg, option, script, style");
  };
  // The nearest box that is not part of a line of text.
  const boxOf = (element) => {
    let box = element;
    while (style(box).display === "inline" && box.parentElement) box = box.parentElement;
    return box;
  };
  const cutBy = (element, line) => {
    for (let one = element; one !== document.body; one = one.parentElement) {
      const overflow = style(one).overflowX + style(one).overflowY;
      const edge = one.getBoundingClientRect();
      const isOutside = line.right > edge.right + 2 || line.left < edge.left - 2 || line.bottom > edge.bottom + 4;
      if (isOutside && /auto|scroll/.test(overflow)) return "scrolled";
      if (isOutside && /hidden|clip/.test(overflow)) return "cut";
    }
    return "";
  };

  const lines = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode.nodeValue.trim();
    const element = texts.currentNode.parentElement;
    if (!text || !isSeen(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    for (const line of range.getClientRects()) {
      if (line.width < 2 || line.height < 4) continue;
      const cut = cutBy(element, line);
      if (cut === "cut") told("cut off", element, text);
      if (cut) continue;
      if (line.right > boxOf(element).getBoundingClientRect().right + 2) told("sticks out", element, text);
      // Letters fill the middle of their line.
      const space = line.height * 0.22;
      lines.push({ ...line.toJSON(), top: line.top + space, bottom: line.bottom - space, element, text });
    }
  }
  lines.sort((one, other) => one.top - other.top);
  lines.forEach((one, index) => {
    for (const other of lines.slice(index + 1)) {
      if (other.top > one.bottom - 1) break;
      const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const height = Math.min(one.bottom, other.bottom) - other.top;
      if (one.element !== other.element && width > 3 && height > 2) told(`lies over “${one.text.slice(0, 40)}”`, other.element, other.text);
    }
  });
  return [...new Set(found)].slice(0, 5);
}
