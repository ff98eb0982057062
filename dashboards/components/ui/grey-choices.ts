import {group} from "d3";
import {small} from "./format.js";
import type {ChoiceRow, MeasureRow} from "./release.js";
import {hasResult, type Part, type ResultChoice} from "./result-choice.js";

/** One choice of a control, and what it is called. */
interface Offered {
  choice: HTMLOptionElement | HTMLInputElement;
  words: Element;
  part: Part;
  label: string;
}

const OTHER_PHASE = "not published for schools of this phase";
const NOBODY = "no school is on record there";

/** What comes before the first colon or full stop of a reason, to stand behind the name of a choice. */
export const shortReason = (reason: string): string => small(reason.split(/[:.]/)[0]);

/** The commonest reason why a choice has no result, in a few words. */
export function commonReason(rows: readonly Pick<ChoiceRow, "absent">[]): string {
  const counts = new Map<string, number>();
  for (const {absent} of rows) if (absent !== null) counts.set(absent, (counts.get(absent) ?? 0) + 1);
  const [common] = [...counts].sort((a, b) => b[1] - a[1]);
  return common === undefined ? NOBODY : shortReason(common[0]);
}

/**
 * Greys each choice of a form that has no result next to the others that are chosen, says why, and counts those that have
 * one. It can still be chosen: the page then says why in full. Returns what does so for a choice.
 */
export function greyChoices(
  form: HTMLElement,
  {rows, measures}: {rows: readonly ChoiceRow[]; measures: readonly Pick<MeasureRow, "id" | "phases">[]},
  parts: readonly Part[]
): (chosen: ResultChoice) => void {
  const key = (choice: Record<Part, string>) => parts.map((part) => choice[part]).join();
  const byKey = group(rows, key);
  const offered = [...form.querySelectorAll<HTMLOptionElement | HTMLInputElement>("option, input")].map(
    (choice): Offered => {
      const words = choice instanceof HTMLOptionElement ? choice : choice.nextElementSibling!;
      const part = (choice.closest("select")?.name ?? (choice as HTMLInputElement).name) as Part;
      return {choice, words, part, label: words.textContent};
    }
  );
  return (chosen) => {
    const without = new Map<Part, string[]>(parts.map((part) => [part, []]));
    for (const {choice, words, part, label} of offered) {
      const found = byKey.get(key({...chosen, [part]: choice.value})) ?? [];
      const isThere = found.some(hasResult);
      const asked = {...chosen, [part]: choice.value};
      const isOfPhase = measures.find(({id}) => id === asked.measure)?.phases.includes(asked.phase) ?? true;
      const isMeasured = parts.includes("measure") && !isOfPhase;
      const why = isThere ? "" : isMeasured ? OTHER_PHASE : commonReason(found);
      const isButton = choice instanceof HTMLInputElement;
      words.textContent = isThere ? label : isButton ? `${label} (no result)` : `${label} (none: ${why})`;
      choice.classList.toggle("none", !isThere);
      if (!isThere) without.get(part)?.push(isButton ? `${label}: ${why}` : label);
    }
    for (const part of parts) {
      const hint = form.querySelector(`#about-${part}`);
      const all = offered.filter((d) => d.part === part);
      const missing = without.get(part) ?? [];
      if (hint) hint.textContent = countWords(all, missing);
    }
  };
}

function countWords(all: readonly Offered[], missing: readonly string[]): string {
  if (missing.length === 0) return "";
  const count = `${all.length - missing.length} of ${all.length} have a result with the other choices.`;
  return all[0].choice instanceof HTMLInputElement ? `${missing.join(". ")}.` : count;
}
