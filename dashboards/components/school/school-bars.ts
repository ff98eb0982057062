import * as Plot from "@observablehq/plot";
import {onYears} from "../ui/dates.js";
import {counted} from "../ui/format.js";
import {LOOKS} from "../chart/look.js";
import {describePicture, label, picture} from "../chart/plot.js";
import type {Role, SchoolFile} from "../ui/release.js";
import {MARGINS} from "./school-series.js";
import {shortened, TEXT, textWidth} from "../chart/text-lines.js";

type Membership = SchoolFile["memberships"][number];

const ROW = 36;
/** Bold text is so much wider. */
const WIDER = 1.08;

const pickColour = (role: Role | null): string => (role === null ? "var(--ink-3)" : LOOKS[role].textColour);

/** On the axis of years: a membership’s first and last day, and the ends of the axis. */
interface Span {
  starts: number;
  ends: number;
  from: number;
  to: number;
}

/** What a bar says: the partnership, its name cut to the room there is, the role in it, and what the axis cannot show. */
export function barWords({name, role, left}: Membership, span: Span, room = Infinity): string {
  const said = `: ${role ?? "role not known"}${whenWords(left, span)}`;
  return `${shortened(name, room - textWidth(said, TEXT.small), TEXT.small)}${said}`;
}

function whenWords(left: string | null, {starts, ends, from, to}: Span): string {
  if (starts >= to) return ", after these years";
  if (left !== null && ends <= from) return ", before these years";
  return `${starts < from ? ", joined earlier" : ""}${left === null ? "" : ends > to ? ", left later" : ", left"}`;
}

/** A school’s partnerships as bars, on the years of the chart above. Those without a day of joining are left to the table. */
export function schoolBars(
  memberships: readonly Membership[],
  {width, years: [first, last], newUrns}: {width: number; years: readonly [number, number]; newUrns: readonly number[]}
): SVGSVGElement {
  const [from, to] = [first - 0.5, last + 0.5];
  const bars = memberships
    .filter(({joined}) => joined !== null)
    .map((d, i) => {
      const [starts, ends] = [onYears(d.joined!), d.left === null ? to : onYears(d.left)];
      const span = {starts, ends, from, to};
      const plot = width - MARGINS.left - MARGINS.right;
      const words = barWords(d, span, width / WIDER);
      const x1 = Math.min(Math.max(starts, from), to);
      const room = ((to - x1) / (to - from)) * plot;
      const wide = textWidth(words, TEXT.small) * WIDER;
      const place = wide <= room ? "start" : wide <= plot ? "end" : "all";
      return {
        ...d,
        words,
        place,
        reported: barWords(d, span),
        x1,
        x2: Math.min(Math.max(ends, x1), to),
        y: i * ROW + 24
      };
    });
  const height = bars.length * ROW + 22;
  const colour = {fill: ({role}: Membership) => pickColour(role)};
  const names = (place: "start" | "end" | "all") =>
    Plot.text(
      bars.filter((d) => d.place === place),
      {
        x: {start: "x1", end: () => to, all: () => from}[place],
        dx: place === "all" ? -MARGINS.left : 0,
        y: "y",
        dy: -13,
        text: "words",
        textAnchor: place === "end" ? "end" : "start",
        fontSize: TEXT.small,
        fontWeight: 600,
        ...colour
      }
    );
  const shown = `Bars of the partnerships of this school, on the years of the chart above`;
  return picture(
    describePicture(shown, `${counted(bars.length, "partnership")}: ${bars.map(({reported}) => reported).join("; ")}.`),
    {
      width,
      height,
      marginTop: 0,
      marginBottom: 0,
      marginLeft: MARGINS.left,
      marginRight: MARGINS.right,
      x: {domain: [from, to], axis: null},
      y: {domain: [0, height], range: [0, height], axis: null},
      marks: [
        newUrns.length > 0
          ? Plot.ruleX(newUrns, {y1: 0, y2: height, stroke: "var(--ink-3)", strokeDasharray: "2,3"})
          : null,
        Plot.rect(bars, {x1: "x1", x2: "x2", y1: ({y}) => y - 4.5, y2: ({y}) => y + 4.5, ...colour}),
        Plot.dot(
          bars.filter(({left}) => left === null),
          {x: "x2", y: "y", dx: 2, symbol: "triangle", rotate: 90, r: 6, ...colour}
        ),
        names("start"),
        names("end"),
        names("all"),
        newUrns.map((year) =>
          label("new URN", {
            x: year,
            y: height - 7,
            dx: year > (from + to) / 2 ? -4 : 4,
            textAnchor: year > (from + to) / 2 ? "end" : "start"
          })
        )
      ]
    }
  );
}
