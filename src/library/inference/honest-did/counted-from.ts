import {UserError} from "../../errors.ts";
import type {Effect} from "../../estimators/long-panel.ts";

/**
 * Effects by event time counted from the one at `reference`, which becomes 0: estimates and influences less its own.
 * Effects from a base window are made an event study with one reference so, as HonestDiD needs (Rambachan & Roth 2023).
 * Other terms are left out. Throws a UserError where the reference has no effect or no influence.
 */
export function countedFrom(effects: readonly Effect[], reference: number): Effect[] {
  const from = effects.find(({term}) => term === reference);
  const own = from?.influence;
  if (!from || !own) {
    throw new UserError(`no effect with an influence at event time ${reference}`, {
      fix: "count from an event time that has one"
    });
  }
  return effects.flatMap((effect) => {
    if (typeof effect.term !== "number" || !effect.influence) return [];
    const influence = effect.influence.map((value, u) => value - own[u]);
    return [{...effect, estimate: effect.estimate - from.estimate, influence}];
  });
}
