/** What strength of evidence asks, one rule after another: src/telling/strength.ts applies it. */
export const strengthRule = {
  /** Where each design starts. Level 3 of 5 on the Maryland scale is the most that a comparison of published data reaches. */
  start: {
    matched: {strength: "moderate", maryland: 3, words: "schools compared with similar ones drawn before joining"},
    unmatched: {strength: "low", maryland: 2, words: "schools compared with others not drawn to be like them"}
  },
  /** Each that is not met takes so many steps down; `high` takes all of them met. */
  rules: {
    size: {steps: 1, schools: 30, partnerships: 10},
    balance: {steps: 1, largest: 0.25},
    pre_trend: {steps: 1, p: 0.05},
    breakdown: {steps: 1, magnitude: 0.5},
    placebo: {steps: 1, share: 0.05},
    /** Whether schools were low by luck before they were picked cannot be known: both readings have to agree. */
    luck: {steps: 1},
    /** Grade A: a file with schools in it. B keeps it from `high`, C takes a step. */
    membership: {steps: {A: 0, B: 0, C: 1}},
    /** Parts of those who joined are not asked all of the above. */
    part: {at_most: "the whole"}
  },
  /** Larger effects, in standard deviations of pupils, are not to be believed at once. */
  plausible: 0.2,
  /**
   * Where only schools’ standard deviation is known: about this share of the variance of pupils’ attainment lies
   * between schools, so that theirs is pupils’ times its root.
   */
  between_schools: 0.2
} as const;
