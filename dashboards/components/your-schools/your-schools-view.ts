import type {NamedLine, Problem} from "school-partnerships/list-reading";
import {
  formatDay,
  listedText,
  listedPartnershipTypes,
  partnershipTypes,
  shareList
} from "school-partnerships/your-schools";
import {html} from "htl";
import {menu} from "../ui/controls.js";
import {save} from "../ui/download.js";
import {counted} from "../ui/format.js";
import {followAddress, forgetList, keepList, keepsAnother, KEEPS_NOTHING, keptList, putInAddress} from "./kept-list.js";
import type {CheckedText} from "./check-text.js";
import {describedTables} from "./described-table.js";
import {listenToFile, refuseTooMuch} from "./list-file.js";
import {firstWorker} from "./list-workers.js";
import {makeReport, prepareReport, unpackAhead} from "./make-report.js";
import {reportView} from "./report-view.js";

const ROLE_OPTIONS = [
  {value: "", label: "As the list says, or none"},
  {value: "member", label: "All are members"},
  {value: "supported", label: "All were helped"},
  {value: "supporter", label: "All gave help"}
];

/** Milliseconds after a key in which nothing more is typed, before what is there is looked up. */
const PAUSE = 100;

type CheckedList = Exclude<CheckedText, {unconfirmed: unknown}>;

/** A list of schools that stays in this browser: pasted or from a file, checked, described and estimated here. */
export function yourSchoolsView(): HTMLElement {
  const confirmed = new Map<string, number | null>();
  const out = html`<div class="your-report"></div>`;
  const said = html`<p aria-live="polite" class="said"></p>`;
  const isAnother = keepsAnother();
  const another = html`<div>${isAnother ? sayAnother() : ""}</div>`;
  const form = listForm();
  const text = form.elements.namedItem("list") as HTMLTextAreaElement;
  const field = (name: string) => (form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement).value;
  const check = async ({keep = true} = {}): Promise<void> => {
    said.textContent = "Checking the list …";
    out.replaceChildren();
    try {
      const onceForAll = {
        name: field("name"),
        partnership_type: field("partnership_type"),
        role: field("role"),
        from: field("from")
      };
      const today = new Date().toISOString().slice(0, 10);
      const list = await firstWorker().ask("check", {text: text.value, said: onceForAll, confirmed, today});
      if ("unconfirmed" in list) {
        said.textContent = `${counted(list.unconfirmed.length, "name")} to confirm.`;
        out.replaceChildren(confirmNames(list.unconfirmed, confirmed, () => void check({keep})));
        return;
      }
      await show(list, {out, said, keep});
    } catch (error) {
      said.textContent = (error as Error).message;
    }
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void check();
  });
  // Not before: the register of a whole country weighs more than the page, and not everybody who opens it brings a list.
  for (const sign of ["focusin", "pointerenter"]) form.addEventListener(sign, prepareReport, {once: true});
  let typing: ReturnType<typeof setTimeout> | undefined;
  form.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => void unpackAhead(text.value).catch(() => undefined), PAUSE);
  });
  refuseTooMuch(text, said);
  listenToFile(form.elements.namedItem("file") as HTMLInputElement, {text, said, out});
  form.addEventListener("reset", () => {
    const isAnother = forgetList();
    confirmed.clear();
    out.replaceChildren();
    another.replaceChildren();
    said.textContent = isAnother ? "The list of the address is forgotten. Yours is kept." : "The list is forgotten.";
  });
  const {list: kept, problem} = keptList();
  const damaged = problem === null ? "" : html`<p class="problem" role="alert">${problem} Ask for it again.</p>`;
  if (kept) {
    prepareReport();
    text.value = listedText(kept);
    (form.elements.namedItem("name") as HTMLInputElement).value = kept.name;
    (form.elements.namedItem("partnership_type") as HTMLSelectElement).value = kept.partnership_type;
    void check({keep: !isAnother});
  }
  followAddress();
  return html`<div>${damaged} ${another} ${form} ${said} ${out}</div>`;
}

/** A list from the address is shown, and the one of this browser stays. */
const sayAnother = (): HTMLElement =>
  html`<p class="another-list" role="status">
    This list came with the address. The list that you kept in this browser is still there:
    <a href=${location.pathname + location.search}>go back to it</a>. To keep this one in its place, press “Look at
    these schools”.
  </p>`;

function listForm(): HTMLFormElement {
  const types = listedPartnershipTypes.map((id) => ({value: id, label: partnershipTypes[id].label}));
  return html`<form class="controls your-list" aria-label="Your list of schools">
    <div class="control wide">
      <label for="your-list">URNs, or names, one a line. A table with a header will do, too.</label>
      <textarea id="your-list" name="list" rows="8" spellcheck="false" autocomplete="off" required></textarea>
    </div>
    <div class="control">
      <label for="your-file">Or a file: Excel (.xlsx) or CSV, as you keep it</label>
      <input id="your-file" name="file" type="file" accept=".xlsx,.xlsm,.csv,.txt,.tsv,text/csv,text/plain" />
    </div>
    <div class="control">
      <label for="your-name">What the partnership is called</label>
      <input id="your-name" name="name" autocomplete="off" />
    </div>
    ${menu("partnership_type", "What kind it is", types, "multi_academy_trust")}
    <div class="control">
      <label for="your-from">When schools joined, if the list does not say: 01/09/2018 or 2018/19</label>
      <input id="your-from" name="from" autocomplete="off" />
    </div>
    ${menu("role", "What schools do in it", ROLE_OPTIONS, "")}
    <div class="control row">
      <button type="submit">Look at these schools</button>
      <button type="reset">Forget the list</button>
    </div>
  </form>` as HTMLFormElement;
}

/** A name stands for no school before somebody says so. */
function confirmNames(
  names: readonly NamedLine[],
  confirmed: Map<string, number | null>,
  done: () => void
): HTMLElement {
  const form = html`<form class="confirm">
    <h2>Which school is meant?</h2>
    ${names.map(
      ({name, candidates}, i) =>
        html`<fieldset>
          <legend>${name}</legend>
          ${candidates.map(
            (school, k) =>
              html`<label class="line"
                ><input
                  type="radio"
                  name=${`name-${i}`}
                  value=${school.urn}
                  required
                  checked=${names.length > 0 && k < 0}
                />
                ${school.name}, ${school.la_name}, URN
                ${school.urn}${school.close_date ? `, closed ${formatDay(school.close_date)}` : ""}</label
              >`
          )}
          <label class="line"
            ><input type="radio" name=${`name-${i}`} value="" required /> None of these: leave it out</label
          >
        </fieldset>`
    )}
    <button type="submit">These are the schools</button>
  </form>` as HTMLFormElement;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    names.forEach(({name}, i) => {
      const value = new FormData(form).get(`name-${i}`);
      confirmed.set(name, value ? Number(value) : null);
    });
    done();
  });
  return form;
}

async function show(
  list: CheckedList,
  {out, said, keep}: {out: HTMLElement; said: HTMLElement; keep: boolean}
): Promise<void> {
  const problems = problemList(list.problems);
  out.replaceChildren(problems);
  if (list.stopped) {
    said.textContent = "The list cannot be used yet. Put right what is marked ✗.";
    return;
  }
  const isKept = keep ? keepList(list) : true;
  said.textContent = `${counted(list.schools.length, "school")}. Working it out in this browser …`;
  let tables: HTMLElement[] = [];
  const report = await makeReport(list, {
    // Drawn while outcomes are still being estimated.
    described: (phases) => (tables = phases.map((phase) => describedTables(phase))),
    reported: (share) => (said.textContent = `Working it out in this browser: ${Math.round(100 * share)} of 100.`)
  });
  const undated = list.schools.filter(({cohort}) => cohort === null).length;
  said.textContent = undated
    ? `${counted(list.schools.length, "school")}. ${undated} without a day of joining: they are described only.`
    : `${counted(list.schools.length, "school")}. Nothing left this browser.`;
  out.replaceChildren(tools(list, {isKept}), reportView(report, tables), problems);
}

function tools(list: CheckedList, {isKept}: {isKept: boolean}): HTMLElement {
  const share = html`<button type="button">Put the list into the address, to share it</button>`;
  share.addEventListener("click", () => {
    putInAddress(list);
    share.textContent = "It is in the address now: copy it. It is sent to no server.";
  });
  const keep = html`<button type="button">Save the list as a file</button>`;
  keep.addEventListener("click", () => save("our-schools.csv", new Blob([list.file], {type: "text/csv"})));
  // With the list, so that it is the pack of this one, whatever another tab looks at meanwhile.
  const pack = `./pack#${shareList(list)}`;
  return html`<div class="tools">
    ${share} ${keep} <a href=${pack}>Evidence pack, to print</a> ${isKept ? "" : html`<p>${KEEPS_NOTHING}</p>`}
  </div>`;
}

const MARKS = {stops: "✗", warns: "!", notes: "·"} as const;

/** What is wrong with the list, in the words of check-list. */
function problemList(problems: readonly Problem[]): HTMLElement {
  if (problems.length === 0) return html`<div></div>`;
  return html`<section class="problems">
    <h2>About the list</h2>
    <ul>
      ${problems.map(
        ({severity, row, column, message, fix}) =>
          html`<li>
            ${MARKS[severity]}
            ${[row && `row ${row}`, column].filter(Boolean).join(", ")}${row || column ? ": " : ""}${withoutOptions(message)}.
            ${inPage(fix)}
          </li>`
      )}
    </ul>
  </section>`;
}

/** What a message says of an option of the command is of a box here. */
const withoutOptions = (message: string): string =>
  message.replace(/--[a-z]+\b[^;]*? says otherwise/, "the boxes above say otherwise");

/** The options of the command are boxes here. */
const inPage = (fix: string): string => (/--[a-z]/.test(fix) ? "Fill in the boxes above." : fix);
