import {html} from "htl";

/** Something long behind a line that names it, made when it is first opened. */
export function folded(summary: string, content: () => Node, {open = false} = {}): HTMLElement {
  const box = html`<details><summary>${summary}</summary></details>` as HTMLDetailsElement;
  const fill = () => box.append(content());
  if (open) {
    fill();
    box.open = true;
  } else box.addEventListener("toggle", fill, {once: true});
  return box;
}
