import {html} from "htl";
import {folded} from "./folded.js";

interface Term {
  term: string;
  words: string;
}

/** The one glossary: each word of these pages that a reader may not know, in words of every day. */
export const TERMS = {
  supported: {
    term: "Supported school",
    words: "A school that joined to be helped: a list says so, or its route into the partnership does."
  },
  supporter: {
    term: "Supporter school",
    words: "A school that gave help: a list says so, or it was there before the first that was to be helped."
  },
  member: {
    term: "Member school",
    words: "Any other school in a partnership: nobody says that it gave help or got it."
  },
  base_years: {
    term: "Base years",
    words:
      "The years from four to two before a school joined. Change is counted from their mean. The year just before joining is left out, because schools are often picked after one bad year."
  },
  years_since: {
    term: "Years since joining",
    words: "School years, counted from the first one with at least two terms in the partnership, which is year 0."
  },
  donors: {
    term: "Donor pool",
    words:
      "Schools of the same phase that had not joined by the year in question. They show how schools change without a partnership."
  },
  expected: {
    term: "Expected change",
    words:
      "How a school would have changed from its base years, going by the donor pool: if schools of the same intake would have had the same trend (A), or if schools with the same past would have fared alike (B)."
  },
  excess: {
    term: "Excess, effect",
    words:
      "What a school did beyond its expected change is its excess. An effect is the mean of excesses, from one assumption to the other."
  },
  interval: {
    term: "95% interval",
    words:
      "How sure a figure is. Ranges made in this way hold the true figure 95 times in 100. If the range of a difference holds zero, there is no clear difference."
  },
  strength: {
    term: "Strength of evidence",
    words:
      "How far a result can be leaned on: very low, low, moderate or high. It starts at moderate and loses a step for each check that fails."
  },
  smallest: {
    term: "Smallest effect of interest",
    words: "A difference smaller than this would not matter to anybody. Each outcome has its own, with the reason."
  },
  placebo: {
    term: "Placebo partnership",
    words:
      "As many schools of the donor pool as a real partnership has, from the same years. Nothing was done in it, so it shows what chance does."
  },
  similar: {
    term: "Similar schools",
    words:
      "Up to ten schools, by name, that were most like a school in its base years. They illustrate, and carry no figure."
  },
  position: {
    term: "Position among all schools",
    words:
      "How far a school lies from the mean of all mainstream schools in the same year, in standard deviations. It can be followed when a test changes; a mark cannot."
  },
  deviation: {
    term: "Standard deviation between schools",
    words:
      "How far schools usually lie from the mean of all. Two schools in three are less than one standard deviation away."
  }
} as const satisfies Record<string, Term>;

export type TermId = keyof typeof TERMS;

/** Words with what they mean, in the order given. */
const list = (terms: readonly Term[]): HTMLElement =>
  html`<dl class="facts">${terms.flatMap(({term, words}) => [html`<dt>${term}</dt>`, html`<dd>${words}</dd>`])}</dl>`;

/** The whole glossary. */
export const glossary = (): HTMLElement => list(Object.values(TERMS));

/** What the words of a page mean, next to where they first stand: a line that opens, and the way to all of them. */
export const wordsUsed = (...ids: readonly TermId[]): HTMLElement =>
  folded(
    `What the words mean: ${ids.map((id) => TERMS[id].term.toLowerCase()).join(", ")}`,
    () =>
      html`<div>
        ${list(ids.map((id) => TERMS[id]))}
        <p class="small"><a href="./dictionary#words">All words</a></p>
      </div>`
  );
