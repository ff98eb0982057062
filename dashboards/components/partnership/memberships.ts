import * as Plot from "@observablehq/plot";
import {academicYear, count, counted} from "../ui/format.js";
import {LOOKS} from "../chart/look.js";
import type {MembershipGroup, MembershipLine} from "./membership-lines.js";
import {describePicture, label, picture} from "../chart/plot.js";
import type {Role} from "../ui/release.js";
import {shortened, TEXT, textWidth} from "../chart/text-lines.js";

interface Placed extends MembershipLine {
  y: number;
  colour: string;
}

interface Heading {
  words: string;
  y: number;
  colour: string;
}

/** Schools whose role is unknown are grey, as text and as bars. */
export const roleName = (role: Role | null): string => (role === null ? "Role not known" : LOOKS[role].name);
const pickColour = (role: Role | null): string => (role === null ? "var(--ink-3)" : LOOKS[role].colour);

const BAR = 11;

/** Where each heading and bar lies, in px from the top: a line a school, with its name above the bar on a phone. */
function placed(
  groups: readonly MembershipGroup[],
  row: number
): {bars: Placed[]; headings: Heading[]; height: number} {
  const bars: Placed[] = [];
  const headings: Heading[] = [];
  let y = 8;
  for (const {role, schools, lines} of groups) {
    headings.push({words: `${roleName(role)} (${count(schools)})`, y: y + 12, colour: pickColour(role)});
    y += 26;
    for (const line of lines) {
      bars.push({...line, y: y + row - 12, colour: pickColour(role)});
      y += row;
    }
    y += 10;
  }
  return {bars, headings, height: y + 26};
}

/** Px left of the bars for the longest name, at most half of the chart: so few names are cut. */
export const roomForNames = (names: readonly string[], width: number): number =>
  Math.ceil(Math.min(width / 2, Math.max(160, ...names.map((name) => textWidth(name, TEXT.body) + 16))));

/** Who belonged, from when to when, in which role. `years`: the academic years of the axis, first and last. */
export function memberships(
  groups: readonly MembershipGroup[],
  {width, years: [first, last]}: {width: number; years: readonly [number, number]}
): SVGSVGElement {
  const wide = width >= 560;
  const names = groups.flatMap(({lines}) => lines.map(({member}) => member.name));
  const [left, right] = [wide ? roomForNames(names, width) : 24, wide ? 40 : 34];
  const {bars, headings, height} = placed(groups, wide ? 22 : 38);
  const started = bars.filter(({from}) => from !== null);
  const bottom = height - 22;
  const every = Math.ceil(((last - first + 1) * 58) / (width - left - right));
  const ticks = Plot.valueof({length: last - first + 1}, (_, i) => first + i) as number[];
  const colour = {fill: (d: {colour: string}) => d.colour};
  const nameAt = wide ? {x: first - 0.5, dx: -left + 2, dy: 0} : {x: first - 0.5, dx: -left + 2, dy: -15};
  return picture(describePicture(...reportGroups(groups)), {
    width,
    height,
    marginLeft: left,
    marginRight: right,
    marginTop: 0,
    marginBottom: 0,
    x: {domain: [first - 0.5, last + 0.5], axis: null},
    y: {domain: [0, height], range: [0, height], axis: null},
    marks: [
      Plot.ruleX(ticks, {x: (d: number) => d - 0.5, y1: 30, y2: bottom, stroke: "var(--hair)"}),
      Plot.rect(started, {x1: "from", x2: "sureFrom", y1: (d) => d.y - 2, y2: (d) => d.y + 2, ...colour}),
      Plot.rect(started, {x1: "sureFrom", x2: "to", y1: (d) => d.y - BAR / 2, y2: (d) => d.y + BAR / 2, ...colour}),
      Plot.dot(
        started.filter(({stays}) => stays),
        {x: "to", y: "y", dx: 2, symbol: "triangle", rotate: 90, r: 6.5, ...colour}
      ),
      Plot.ruleX(
        started.filter(({newUrn}) => newUrn !== null),
        {
          x: "newUrn",
          y1: (d) => d.y - BAR / 2 - 1,
          y2: (d) => d.y + BAR / 2 + 1,
          stroke: "var(--paper)",
          strokeWidth: 3
        }
      ),
      Plot.text(
        started.filter(({stays}) => !stays),
        {x: "to", y: "y", dx: 5, text: () => "left", textAnchor: "start", fill: "var(--ink-2)", fontSize: TEXT.small}
      ),
      Plot.text(
        bars.filter(({from}) => from === null),
        {
          x: first - 0.5,
          y: "y",
          dx: 4,
          text: () => "date of joining not known",
          textAnchor: "start",
          fontSize: TEXT.small,
          fill: "var(--ink-3)"
        }
      ),
      Plot.text(bars, {
        ...nameAt,
        y: "y",
        text: ({member}: Placed) => shortened(member.name, wide ? left - 14 : width - 8, TEXT.body),
        textAnchor: "start",
        fill: "var(--ink)"
      }),
      headings.map(({words, y, colour: fill}) =>
        label(words, {
          x: first - 0.5,
          dx: -left + 2,
          y,
          textAnchor: "start",
          fontWeight: 600,
          fill,
          fontSize: TEXT.body
        })
      ),
      Plot.text(
        ticks.filter((_, i) => i % every === 0),
        {x: (d: number) => d, y: bottom, dy: 12, text: academicYear, fill: "var(--ink-2)", fontSize: TEXT.small}
      )
    ]
  });
}

function reportGroups(groups: readonly MembershipGroup[]): [string, string] {
  const roles = groups.map(({role, schools}) => `${counted(schools, "school")} as ${roleName(role).toLowerCase()}`);
  const stay = groups.flatMap(({lines}) => lines).filter(({stays}) => stays).length;
  return [
    "Bars of when each school joined and left, grouped by role",
    `${roles.join("; ")}. ${counted(stay, "is", "are")} still in it.`
  ];
}
