import {html} from "htl";
import {save} from "../ui/download.js";

/** Saves a pack as one file with its styles, which opens without a network and asks for nothing. */
export function saveOffline(name: string, page: HTMLElement): void {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map(({cssText}) => cssText));
  const styles = rules.filter((rule) => !/^@(?:import|font-face)/.test(rule)).join("\n");
  const copy = page.cloneNode(true) as HTMLElement;
  for (const tool of copy.querySelectorAll(".tools, textarea, .typing")) tool.remove();
  for (const link of copy.querySelectorAll("a")) link.replaceWith(...link.childNodes);
  for (const tick of copy.querySelectorAll("input")) tick.disabled = true;
  const title = html`<title>${name}: the evidence</title>`.outerHTML;
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`;
  const text = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8">${policy}<meta name="viewport" content="width=device-width">${title}<style>${styles}</style></head><body class="offline"><main>${copy.outerHTML}</main></body></html>`;
  save("evidence-pack.html", new Blob([text], {type: "text/html"}));
}
