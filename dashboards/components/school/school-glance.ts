import {extent} from "d3";
import {html} from "htl";
import {figure} from "../chart/figure.js";
import {fit} from "../chart/fit.js";
import {DESCRIBED, phaseWords, type About} from "../ui/about.js";
import {awaited} from "../ui/awaited.js";
import {byDomain} from "../ui/domains.js";
import {academicYear, academicYears, counted, signed} from "../ui/format.js";
import type {MeasureRow, SchoolFile} from "../ui/release.js";
import type {Column} from "../ui/table.js";
import {glanceHeading, glancePanel} from "./glance-panel.js";
import {glanceStrip} from "./glance-strip.js";
import {fetchSimilar, listBeside, type BesideSimilar} from "./similar-outcomes.js";

const GAP = 24;
/** Positions further out are drawn at the edge; the numbers have them as they are. */
const FURTHEST = 3;

/** All outcomes of a school at a glance, beside the schools most like it and the mean of all schools; nothing without a position. */
export const schoolGlance = (note: SchoolFile, measures: readonly MeasureRow[]): HTMLElement | "" => {
  const inOrder = byDomain(measures).flatMap(({measures: some}) => some);
  if (listBeside(note, [], inOrder).length === 0) return "";
  return awaited(async () => glanceFigures(note, listBeside(note, await fetchSimilar(note), inOrder)));
};

function glanceFigures(note: SchoolFile, all: readonly BesideSimilar[]): HTMLElement {
  const series = all.filter(({years}) => years.length > 1);
  const single = all.filter(({years}) => years.length === 1);
  return html`<section>
    <h2 id="glance">All its outcomes, beside schools like it</h2>
    ${series.length > 0 ? glanceFigure(note, series, {title: "Where it stood among all schools, by year", file: "by-year", draw: panels}) : ""}
    ${single.length > 0 ? glanceFigure(note, single, {title: "Where it stood among all schools, outcomes of one year", file: "one-year", draw: (width) => glanceStrip(single, {width: Math.min(width, 760), domain: findDomain(single)}), isSingle: true}) : ""}
  </section>`;
}

function findDomain(all: readonly BesideSimilar[]): [number, number] {
  const values = all.flatMap(({own, similar}) => [own, ...similar].flatMap(({points}) => points.map((d) => d.value)));
  const [low, high] = extent(values.filter((value) => !Number.isNaN(value))) as [number, number];
  return [Math.max(-FURTHEST, Math.min(-1, low)), Math.min(FURTHEST, Math.max(1, high))];
}

/** A panel an outcome, as many next to each other as there is room for. */
function panels(width: number, all: readonly BesideSimilar[]): HTMLElement {
  const across = Math.max(1, Math.min(4, all.length, Math.floor((width + GAP) / 270)));
  const each = Math.min(Math.floor((width - GAP * (across - 1)) / across), 420);
  const lines = all.map((beside) => {
    const {name, found} = glanceHeading(beside, each);
    return name.length + found.length;
  });
  const domain = findDomain(all);
  return html`<div class="panels" style=${{gridTemplateColumns: `repeat(${across}, minmax(0, 1fr))`}}>
    ${all.map((beside, i) =>
      glancePanel(beside, {
        ...{width: each, domain},
        headingLines: Math.max(...lines.slice(i - (i % across), i - (i % across) + across))
      })
    )}
  </div>`;
}

interface GlanceRow {
  outcome: string;
  year: number;
  school: string;
  who: string;
  value: number;
}

function glanceFigure(
  note: SchoolFile,
  all: readonly BesideSimilar[],
  words: {
    title: string;
    file: string;
    draw: (width: number, all: readonly BesideSimilar[]) => Node;
    isSingle?: boolean;
  }
): HTMLElement {
  const years = all.flatMap((beside) => beside.years);
  const about: About = {
    type: note.name,
    phase: phaseWords([note.phase]),
    outcome: all.length === 1 ? all[0].measure.label : counted(all.length, "outcome"),
    role: "The school itself, and schools like it",
    years: academicYears(Math.min(...years), Math.max(...years)),
    schools: 1 + note.similar.schools.length,
    strength: DESCRIBED
  };
  return figure(
    fit((width) => words.draw(width, all)),
    {
      title: words.title,
      subtitle: `${note.name}. Standard deviations from the mean of all mainstream schools of its phase and year.`,
      about: [about],
      notes: html`<span
        ><b>How to read it.</b> Black: this school. ${sayGrey(note)} Zero: the mean of all schools, so this shows where
        a school stood, not whether standards rose. Beyond ${FURTHEST} it is drawn at the edge. ↑: higher is better, ↓:
        lower. One school swings by chance.</span
      >`,
      rows: all.flatMap(listRows),
      columns: glanceColumns,
      file: `school-${note.id}-${words.file}`,
      single: words.isSingle ?? false
    }
  );
}

const sayGrey = ({similar: {schools, absent}}: SchoolFile): string =>
  schools.length > 0
    ? `Grey: the ${counted(schools.length, "school")} most like it, each for itself; they are named below.`
    : `No similar schools are drawn. ${absent ?? ""}`;

const listRows = ({measure, own, similar}: BesideSimilar): GlanceRow[] =>
  [own, ...similar].flatMap(({name, points}, i) =>
    points.flatMap(({year, value}) =>
      Number.isNaN(value)
        ? []
        : [{outcome: measure.label, year, school: name, who: i === 0 ? "this school" : "similar school", value}]
    )
  );

const glanceColumns: Column<GlanceRow>[] = [
  {name: "Outcome", show: ({outcome}) => outcome},
  {name: "Year", show: ({year}) => academicYear(year)},
  {name: "School", show: ({school}) => school},
  {name: "Which", show: ({who}) => who},
  {
    name: "Position, standard deviations",
    show: ({value}) => signed(value, 2),
    raw: ({value}) => value,
    numeric: true
  }
];
