import {definition, features, oversight} from "school-partnerships/your-schools";
import {html} from "htl";
import type {PartnershipFile} from "../ui/release.js";
import {INTRO} from "./pack-words.js";
import {keepTyped, KEEPS_NOTHING, readTyped} from "./kept-list.js";

type Known = PartnershipFile["definition"];
type Condition = keyof typeof features | keyof typeof oversight;

const VERDICTS = {
  yes: "By this it is a partnership.",
  no: "By this it is no partnership.",
  unknown: "Nothing here says yet that it is one."
} as const;

/** The definition check and the space for what the partnership did: ticked and typed before printing, kept in this browser. */
export function packDid(id: string, {schools, known}: {schools: number; known: Known}): HTMLElement {
  const kept = readTyped(id);
  const isMet = (condition: string) =>
    (Object.hasOwn(kept.met, condition) ? kept.met[condition] : undefined) ??
    known.some(({feature, met}) => feature === condition && met === "yes");
  const box = html`<textarea id="did" rows="12">${kept.did}</textarea>` as HTMLTextAreaElement;
  const written = html`<div class="written">${kept.did}</div>`;
  const verdict = html`<p class="verdict"></p>`;
  const lost = html`<p class="typing" role="status"></p>`;
  const ticks: HTMLInputElement[] = [];
  const list = (conditions: Readonly<Record<string, string>>) =>
    html`<ul class="ticks">
      ${Object.entries(conditions).map(([condition, words]) => {
        const tick = html`<input type="checkbox" name=${condition} checked=${isMet(condition)} />` as HTMLInputElement;
        ticks.push(tick);
        return html`<li>
          <label>${tick} ${words}</label>
        </li>`;
      })}
    </ul>`;
  const content = html`<div>
    <p>${INTRO.definition}</p>
    <div class="sayable">
      <section>
        <h3>What is shared</h3>
        ${list(features)}
      </section>
      <section>
        <h3>Who watches over it</h3>
        ${list(oversight)}
      </section>
    </div>
    ${verdict}
    <h3>What it did</h3>
    <label for="did" class="typing">${INTRO.did}</label>
    ${box} ${written} ${lost}
  </div>`;
  const read = () => Object.fromEntries(ticks.map(({name, checked}) => [name, checked]));
  const say = () => {
    const answers = Object.fromEntries(ticks.map(({name, checked}) => [name, checked ? "yes" : "unknown"]));
    const {met} = definition(answers as Record<Condition, "yes" | "unknown">, {schools});
    verdict.textContent = VERDICTS[met];
    for (const tick of ticks) tick.toggleAttribute("checked", tick.checked); // a saved page keeps attributes alone
  };
  content.addEventListener("input", () => {
    written.textContent = box.value;
    lost.textContent = keepTyped(id, {did: box.value, met: read()}) ? "" : KEEPS_NOTHING;
    say();
  });
  say();
  return content;
}
