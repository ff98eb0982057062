import type {Role} from "../ui/release.js";

/** Those that a chart distinguishes: schools in a role, what was expected of them, and all. */
export type Who = Role | "expected" | "all";

export interface Look {
  /** Begins a sentence. */
  name: string;
  /** At the end of a line, where there is little room. */
  brief: string;
  colour: string;
  /** Greys are too pale for text. */
  textColour: string;
  symbol: "circle" | "diamond" | "square";
  glyph: string;
  width: number;
  dashes?: string;
}

/** One look each, everywhere: a colour, a shape and a line, so that nobody needs the colour. */
export const LOOKS: Readonly<Record<Who, Look>> = {
  supported: {
    name: "Supported schools",
    brief: "Supported",
    colour: "var(--supported)",
    textColour: "var(--supported)",
    symbol: "circle",
    glyph: "●",
    width: 2.5
  },
  supporter: {
    name: "Supporter schools",
    brief: "Supporters",
    colour: "var(--supporter)",
    textColour: "var(--supporter)",
    symbol: "diamond",
    glyph: "◆",
    width: 2.5
  },
  member: {
    name: "Member schools",
    brief: "Members",
    colour: "var(--member)",
    textColour: "var(--member)",
    symbol: "square",
    glyph: "■",
    width: 2.5
  },
  expected: {
    name: "Expected of them",
    brief: "Expected",
    colour: "var(--similar)",
    textColour: "var(--ink-3)",
    symbol: "circle",
    glyph: "●",
    width: 1.75
  },
  all: {
    name: "All schools",
    brief: "All",
    colour: "var(--similar)",
    textColour: "var(--ink-3)",
    symbol: "circle",
    glyph: "●",
    width: 1.5,
    dashes: "1,3"
  }
};

/** The roles in the order in which pages show them. */
export const ROLES: readonly Role[] = ["supported", "supporter", "member"];

export const PHASES = {primary: "Primary", secondary: "Secondary", special: "Special"} as const;
