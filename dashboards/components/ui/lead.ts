import {html} from "htl";
import {aboutWords, type About} from "./about.js";
import {releaseWords} from "./this-release.js";

/** A finding in a sentence; what it is of, where the sentence does not say; of which release; and a way to take all of it along. */
export function lead(words: string, abouts: readonly About[] = []): HTMLElement {
  const source = `${aboutWords(abouts)} ${releaseWords()}.`.trim();
  const said = html`<span role="status"></span>`;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(`${words} ${source} ${location.href}`);
      said.textContent = " Copied.";
    } catch {
      said.textContent = " This browser does not let a page copy: select the sentence instead.";
    }
  };
  return html`<div class="leading">
    <p class="lead">${words}</p>
    <p class="source">
      ${source} <span class="address">${location.href}</span>
      <button type="button" class="copy" ${{onclick: copy}}>Copy with its source</button>${said}
    </p>
  </div>`;
}
