/** Phases of a partnership, by event time. */
export const phases = [
  {id: "early", from: 0, to: 1},
  {id: "development", from: 2, to: 3},
  {id: "longer_term", from: 4, to: Infinity}
] as const;
