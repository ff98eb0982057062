/**
 * A method as the Methods page tells it. Formulas are one line of text in which `_{…}` is a subscript and `^{…}` a
 * superscript; symbols are those of METHOD.md: Y an outcome, i a school, t a year, g the first year joined, e = t − g.
 */
export interface MethodNote {
  /** What it answers, in a sentence for a reader without statistics. */
  plain: string;
  formula: string;
  /** How it is worked out. */
  how: string;
  /** Where it misleads, or what it takes for granted. */
  beware: string;
  /** What it is for here. */
  use: string;
}

/** A method with its name and its paper, as the registry of its kind has them. */
export interface ToldMethod extends MethodNote {
  id: string;
  label: string;
  /** Null for plain description. */
  reference: string | null;
}

/** A choice of the analysis plan, told. */
export interface PlanNote {
  /** Its name in src/design.ts. */
  name: string;
  title: string;
  words: string;
}

/** A rule of strength of evidence: what it asks, and what follows where that is not so. */
export interface StrengthNote {
  title: string;
  asks: string;
  otherwise: string;
}

/** What the Methods page is given: every method there is, and the plan. */
export interface MethodsNote {
  headline: ToldMethod;
  estimators: ToldMethod[];
  matching: ToldMethod[];
  checks: ToldMethod[];
  plan: PlanNote[];
  strength: StrengthNote[];
}
