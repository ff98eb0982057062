/** What a correction may be of, and what may be done to it. `date`: whether it takes a day; `other`: what it names besides the URN. */
export const correctable = {
  link: {
    about: "a link of the register: the school that goes on under another URN",
    other: "the URN it goes on under",
    actions: {add: "may", remove: "none", set: "must"}
  },
  opened: {about: "the day a school opened", other: null, actions: {set: "must", remove: "none"}},
  closed: {about: "the day a school closed", other: null, actions: {set: "must", remove: "none"}},
  joined: {
    about: "the day a school joined a group of the register",
    other: "the number of the group",
    actions: {set: "must", remove: "none"}
  },
  left: {
    about: "the day a school left a group of the register",
    other: "the number of the group",
    actions: {set: "must", remove: "none"}
  }
} as const satisfies Record<
  string,
  {about: string; other: string | null; actions: Record<string, "must" | "may" | "none">}
>;

export type Correctable = keyof typeof correctable;

/** One fact of the register that is wrong or missing, as it should be. */
export interface Correction {
  /** Of the file; row 1 is the header. */
  row: number;
  what: Correctable;
  urn: number;
  /** The URN that a link leads to, or the number of a group; null of opening and closing dates. */
  other: string | null;
  action: "add" | "remove" | "set";
  /** An ISO date; null where nothing is set. */
  value: string | null;
  /** Why, in a sentence. */
  reason: string;
  /** Where that can be read. */
  source: string;
}
