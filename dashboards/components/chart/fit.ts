/** In px: narrower than any screen, as a box is for a moment while a page is laid out anew. */
const NARROWEST = 160;

/** Draws again whenever the room for it changes in width, on a phone that is turned as in a window that is dragged. */
export function fit(draw: (width: number) => Node): HTMLElement {
  const box = document.createElement("div");
  let drawn = 0;
  new ResizeObserver(([entry]) => {
    const width = Math.floor(entry.contentRect.width);
    if (width < NARROWEST || width === drawn) return;
    drawn = width;
    box.replaceChildren(draw(width));
  }).observe(box);
  return box;
}
