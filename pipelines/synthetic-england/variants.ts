import {defaultPlan, type PlannedEffect, type Plan, type Selection} from "./plan.ts";

/** A plan that may prove the comparison wrong: what is special of it, and how it differs from the default. */
export interface Variant {
  about: string;
  changes: Partial<Plan>;
}

const loss = -0.3;
const supportersLose: PlannedEffect = {
  partnership_type: "any",
  role: "supporter",
  outcome: "attainment",
  early: loss,
  development: loss,
  longer_term: loss
};

const plantNothing = (changes: Partial<Plan>): Partial<Plan> => ({effects: [], ...changes});
const chosenOn = (on: Selection, of: Plan["selection"]["of"] = "attainment"): Plan["selection"] => ({
  ...defaultPlan.selection,
  on: {level: 0, bad_year: 0, none: 0, [on]: 1},
  of
});
const preTreatmentDip = (years: number): Variant => ({
  about: `nothing planted; a dip of ${years} ${years === 1 ? "year" : "years"} before joining, that ends then`,
  changes: plantNothing({before: {shape: "dip", years, size: 0.3}})
});
const lasting = (ar1: number): Variant => ({
  about: `nothing planted; schools chosen after a bad year, of which ${100 * ar1} % lasts into the next`,
  changes: plantNothing({selection: chosenOn("bad_year"), level: {...defaultPlan.level, ar1}})
});

/** Every plan that the comparison is put to, by name. */
export const variants = {
  planned: {about: "the default: effects planted", changes: {}},
  supporters_lose: {about: "a loss of supporters planted in attainment", changes: {effects: [supportersLose]}},
  spillover: {
    about: "the default, and schools of the same authority and phase in no partnership feel a third of it",
    changes: {spillover: 1 / 3}
  },
  nothing: {about: "nothing planted", changes: plantNothing({})},
  dip_1: preTreatmentDip(1),
  dip_2: preTreatmentDip(2),
  dip_3: preTreatmentDip(3),
  dip_5: preTreatmentDip(5),
  decline: {
    about: "nothing planted; a decline over the eight years before joining, that ends then and stays",
    changes: plantNothing({before: {shape: "decline", years: 8, size: 0.4}})
  },
  persistence_30: lasting(0.3),
  persistence_50: lasting(0.5),
  persistence_70: lasting(0.7),
  chosen_on_level: {
    about: "nothing planted; schools chosen for how low they lie",
    changes: plantNothing({selection: chosenOn("level")})
  },
  chosen_on_suspensions: {
    about: "nothing planted; schools chosen after a year of many suspensions",
    changes: plantNothing({selection: chosenOn("bad_year", "behaviour")})
  },
  chosen_on_absence: {
    about: "nothing planted; schools chosen after a year of much absence",
    changes: plantNothing({selection: chosenOn("bad_year", "attendance")})
  }
} satisfies Record<string, Variant>;
export type VariantName = keyof typeof variants;

/** Whether anything is planted: where nothing is, every claim is false. */
export const plantsNothing = (name: VariantName): boolean => {
  const {effects}: Partial<Plan> = variants[name].changes;
  return effects !== undefined && effects.length === 0;
};
