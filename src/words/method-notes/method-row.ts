/**
 * A method as the Methods page states it. Formulas are one line of text in which `_{…}` is a subscript and `^{…}` a
 * superscript; symbols are those of METHOD.md: Y an outcome, i a school, t a year, g the first year joined, e = t − g.
 */
export interface MethodRow {
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

/** A method with its name and its paper, as the registry of its type has them. */
export interface DescribedMethod extends MethodRow {
  id: string;
  label: string;
  /** Null for plain description. */
  reference: string | null;
  /** What computes the same in R, by package and function; none where no package does, or nobody looked. */
  peers?: readonly string[];
}

/** A choice of the analysis plan, reported. */
export interface PlanRow {
  /** Its name in src/design.ts. */
  name: string;
  title: string;
  words: string;
}

/** A rule of strength of evidence: what it asks, and what follows where that is not so. */
export interface StrengthRow {
  title: string;
  requires: string;
  otherwise: string;
}

/** What the Methods page is given: every method there is, and the plan. */
export interface MethodsFile {
  headline: DescribedMethod;
  estimators: DescribedMethod[];
  matching: DescribedMethod[];
  checks: DescribedMethod[];
  plan: PlanRow[];
  strength: StrengthRow[];
}
