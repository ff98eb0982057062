import {firstTreatedYear, measures} from "school-partnerships/your-schools";
import {html} from "htl";
import {partnershipNote} from "../partnership/partnership-note.js";
import {fromAddress} from "../ui/address.js";
import {awaited} from "../ui/awaited.js";
import {save} from "../ui/download.js";
import {academicYears, counted} from "../ui/format.js";
import type {ReleaseFacts} from "../ui/release.js";
import {describedTables} from "./described-table.js";
import {keptList} from "./kept-list.js";
import {makeReport, type Report} from "./make-report.js";
import {openRegister} from "./open-register.js";
import {answer} from "./report-view.js";

/** The pages of an evidence pack, of a body on record (?id=) or of the list in this browser. */
export function packView(release: ReleaseFacts): HTMLElement {
  return awaited(async () => {
    const open = await openRegister();
    const id = fromAddress("id");
    if (id !== null) {
      const note = await partnershipNote(id);
      if (note === null) return nothing(`No partnership in this release has the number ${id}.`);
      const schools = note.members.map(({urn, role, joined, cohort}) => ({
        urn,
        role: role ?? "member",
        joined,
        cohort
      }));
      return pack(
        note.name,
        await makeReport({partnership_type: note.partnership_type, schools}, open, {released: note.outcomes}),
        release
      );
    }
    const list = keptList();
    if (list === null) {
      return nothing("No list is in this browser.");
    }
    const schools = list.schools.map((school) => ({
      ...school,
      cohort: school.joined ? firstTreatedYear(school.joined) : null
    }));
    return pack(list.name, await makeReport({partnership_type: list.partnership_type, schools}, open), release);
  });
}

/** A pack of nothing: why, and how to come to one. */
const nothing = (why: string): HTMLElement =>
  html`<div>
    <h1>Evidence pack</h1>
    <p class="lead">${why} <a href="./your-schools">Bring your schools first</a>.</p>
  </div>`;

const KEPT = "school-partnerships: what the partnership did, ";

function pack(name: string, report: Report, release: ReleaseFacts): HTMLElement {
  const seen = report.outcomes.filter(({effect}) => effect !== null);
  const schools = report.phases.flatMap((phase) => phase.schools);
  const years = seen.flatMap((d) => d.years ?? []);
  const page = document.createElement("div");
  page.className = "pack";
  page.append(
    html`<section class="sheet">
      <h1>${name}: the evidence</h1>
      ${answer(report)}
      <dl class="facts">
        <dt>Schools</dt>
        <dd>
          ${counted(schools.length, "school")} with published
          results${report.unknown.length ? `, ${report.unknown.length} without` : ""}
        </dd>
        <dt>Years since joining</dt>
        <dd>${years.length ? academicYears(Math.min(...years), Math.max(...years)) : "none that can be compared"}</dd>
        <dt>Outcomes looked at</dt>
        <dd>${seen.length}</dd>
        <dt>Made from</dt>
        <dd>
          the release of ${release.made}, plan
          ${release.plan}${release.synthetic ? ". Every school in it is invented" : ""}
        </dd>
      </dl>
      <p class="tools">
        <button type="button" ${{onclick: () => print()}}>Print, or save as PDF</button>
        <button type="button" ${{onclick: () => takeAway(name, page)}}>Save as a page that opens offline</button>
      </p>
    </section>`,
    html`<section class="sheet">
      <h2>Its schools, year by year</h2>
      ${report.phases.map((phase) => describedTables(phase, {open: true}))}
    </section>`,
    html`<section class="sheet">
      <h2>What was found</h2>
      ${
        seen.length === 0
          ? html`<p>
              No outcome of these schools can be compared. Most often, too few of them have results before and since
              joining.
            </p>`
          : html`<dl>
              ${seen.map(
                (d) =>
                  html`<dt>${measures[d.measure]?.label ?? d.measure} (${d.phase})</dt>
                    <dd>${d.sentence}</dd>`
              )}
            </dl>`
      }
    </section>`,
    html`<section class="sheet">
      <h2>How it was worked out</h2>
      ${HOW.map((words) => html`<p>${words}</p>`)}
    </section>`,
    didSheet(name)
  );
  return page;
}

/** In words of every day; the page on methods says it exactly. */
const HOW = [
  "We take each school’s results before it joined. We leave out the year just before, because that year is often odd.",
  "We then ask how schools like it changed over the same years. Those schools had not joined.",
  "The answer is the gap between the two. We work it out in two ways and print both.",
  "Results go up and down by chance. So we draw invented groups of schools that had not joined. We count how many moved as far.",
  "The more outcomes we look at, the more will move far by chance. So we ask more of each one.",
  "These figures cannot tell why results changed. Other things may have changed at the same time."
];

function didSheet(name: string): HTMLElement {
  const key = KEPT + name;
  const box = html`<textarea id="did" rows="12" value=${""}></textarea>` as HTMLTextAreaElement;
  const printed = html`<div class="written"></div>`;
  const set = () => (printed.textContent = box.value);
  box.value = localStorage.getItem(key) ?? "";
  set();
  box.addEventListener("input", () => {
    localStorage.setItem(key, box.value);
    set();
  });
  return html`<section class="sheet">
    <h2>What the partnership did</h2>
    <ul>
      ${DEFINITION.map((words) => html`<li>☐ ${words}</li>`)}
    </ul>
    <label for="did">Write here what it did, when and with which schools. It stays in this browser.</label>
    ${box} ${printed}
  </section>`;
}

const DEFINITION = [
  "A constitution or a written agreement",
  "A shared budget, or money from each school",
  "Shared staff or appointments",
  "Work that schools plan or do together",
  "A joint governing body, a management group or an executive head"
];

/** The pack as one file with its styles, which needs no network. */
function takeAway(name: string, page: HTMLElement): void {
  const sheets = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map(({cssText}) => cssText));
  const copy = page.cloneNode(true) as HTMLElement;
  for (const tool of copy.querySelectorAll(".tools, textarea, label")) tool.remove();
  for (const fold of copy.querySelectorAll("details")) fold.open = true;
  const title = html`<title>${name}: the evidence</title>`.outerHTML;
  const text = `<!doctype html><html lang="en-GB"><meta charset="utf-8">${title}<style>${sheets.join("\n")}</style><main>${copy.outerHTML}</main></html>`;
  save("evidence-pack.html", new Blob([text], {type: "text/html"}));
}
