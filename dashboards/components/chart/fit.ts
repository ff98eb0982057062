/** In px: narrower than any screen, as a box is for a moment while a page is laid out anew. */
const NARROWEST = 160;

/** How far from the screen what is drawn late is drawn. */
const NEAR = "200px 0px";

/** Draws again whenever the room for it changes in width, on a phone that is turned as in a window that is dragged. */
export function fit(draw: (width: number) => Node): HTMLElement {
  const box = document.createElement("div");
  drawByWidth(box, draw);
  return box;
}

/** Of boxes that wait to be drawn, what draws them. */
const waiting = new WeakMap<Element, () => void>();

function drawWaiting(): void {
  for (const box of document.querySelectorAll(".waits")) waiting.get(box)?.();
}

/** The same for what takes long to draw: not before it comes near the screen, or is printed. Until then its room is kept, in px. */
export function fitOnceNear(draw: (width: number) => Node, height: number): HTMLElement {
  const box = document.createElement("div");
  box.className = "waits";
  box.style.minHeight = `${height}px`;
  const begin = () => {
    near.disconnect();
    waiting.delete(box);
    box.className = box.style.minHeight = "";
    drawByWidth(box, draw);
  };
  const near = new IntersectionObserver(
    (entries) => {
      if (entries.some(({isIntersecting}) => isIntersecting)) begin();
    },
    {rootMargin: NEAR}
  );
  near.observe(box);
  waiting.set(box, begin);
  // Added once, however often: a box that another one takes the place of is forgotten.
  addEventListener("beforeprint", drawWaiting);
  return box;
}

/** At once where there is room already, as before printing, which waits for no observer. */
function drawByWidth(box: HTMLElement, draw: (width: number) => Node): void {
  let drawn = 0;
  const drawAt = (width: number) => {
    if (width < NARROWEST || width === drawn) return;
    drawn = width;
    box.replaceChildren(draw(width));
  };
  drawAt(box.clientWidth);
  new ResizeObserver(([entry]) => drawAt(Math.floor(entry.contentRect.width))).observe(box);
}
