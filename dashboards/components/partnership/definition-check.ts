import {html} from "htl";
import {spelled} from "../ui/format.js";
import type {PartnershipFile} from "../ui/release.js";

type Answer = PartnershipFile["meets_definition"];

const ANSWERS: Readonly<Record<Answer, {glyph: string; words: string}>> = {
  yes: {glyph: "✓", words: "yes"},
  no: {glyph: "✗", words: "no"},
  unknown: {glyph: "?", words: "not known"}
};

const VERDICTS: Readonly<Record<Answer, string>> = {
  yes: "It is a partnership by the definition used here: at least one thing is shared, and somebody watches over it.",
  no: "It is not a partnership by the definition used here, which asks that at least one thing is shared and that somebody watches over it.",
  unknown:
    "Whether it is a partnership by the definition used here is not known: that takes one thing that is shared, and somebody who watches over it."
};

const findSource = (source: string | null): string | Node => {
  if (source === null) return "no source";
  return source.startsWith("http") ? html`<a href=${source}>source</a>` : source;
};

const PARTS = {feature: "What is shared", oversight: "Who watches over it"} as const;

/** Each part of the definition of a partnership: met, not met or not known, and the source. */
export function definitionCheck({definition, meets_definition}: PartnershipFile): HTMLElement {
  const item = ({feature, met, source}: PartnershipFile["definition"][number]) =>
    html`<li>
      <span class="met" aria-hidden="true">${ANSWERS[met].glyph}</span> ${spelled(feature)}: ${ANSWERS[met].words}
      <small>${findSource(source)}</small>
    </li>`;
  const part = (id: keyof typeof PARTS) => {
    const rows = definition.filter((d) => d.part === id);
    if (rows.length === 0) return "";
    return html`<div>
      <h3>${PARTS[id]}</h3>
      <ul class="definition">
        ${rows.map(item)}
      </ul>
    </div>`;
  };
  return html`<div>
    <p>${VERDICTS[meets_definition]}</p>
    ${
      definition.length === 0
        ? html`<p>No source in this release says what its schools share or who watches over it.</p>`
        : html`<div class="columns-2">${part("feature")}${part("oversight")}</div>`
    }
  </div>`;
}

/** Which services it runs, as far as is known, and the model that follows from them. */
export function services({services: rows, model}: PartnershipFile): HTMLElement | "" {
  if (model === null && rows.every(({runs}) => runs === "unknown")) return "";
  const words = model === null ? "What is known of it does not say its model." : `From these it is of model ${model}.`;
  return html`<div>
    <h3>Services it runs</h3>
    <ul class="definition">
      ${rows.map(
        ({service, runs}) =>
          html`<li>
            <span class="met" aria-hidden="true">${ANSWERS[runs].glyph}</span> ${spelled(service)}:
            ${ANSWERS[runs].words}
          </li>`
      )}
    </ul>
    <p>${words} <a href="./types">What the models are</a></p>
  </div>`;
}
