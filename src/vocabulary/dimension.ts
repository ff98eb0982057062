/** What parts of those who joined are distinguished by, as the release and the plan name it. */
export const dimensions = [
  "region",
  "model",
  "size",
  "distance",
  "disadvantage",
  "earlier_third",
  "moved",
  "feature",
  "period",
  "former_type",
  "programme"
] as const;

/** What a comparison is made within, beyond type, role, phase and measure. */
export type Dimension = (typeof dimensions)[number];
