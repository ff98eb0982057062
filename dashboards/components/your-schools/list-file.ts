import type {ReadSheet} from "school-partnerships/list-reading";
import {findTooMuch} from "school-partnerships/your-schools";
import {html} from "htl";
import {counted} from "../ui/format.js";

/** Where the text of a file goes, and what is said of it. */
interface Places {
  text: HTMLTextAreaElement;
  said: HTMLElement;
  out: HTMLElement;
}

/** Puts the list in a file that is chosen into the box: of a workbook the sheet with most schools, and the others to choose from. */
export function listenToFile(input: HTMLInputElement, {text, said, out}: Places): void {
  input.addEventListener("change", () => {
    const [chosen] = input.files ?? [];
    if (!chosen) return;
    said.textContent = `Reading ${chosen.name} …`;
    text.value = "";
    void chosen
      .arrayBuffer()
      .then(async (bytes) => (await import("school-partnerships/list-reading")).readFile(new Uint8Array(bytes)))
      .then((read) => {
        if (input.files?.[0] !== chosen) return;
        if ("problem" in read) {
          said.textContent = "";
          out.replaceChildren(html`<p class="file-problem" role="alert"><b>${chosen.name}.</b> ${read.problem}</p>`);
          return;
        }
        out.replaceChildren(chooseSheet(read.sheets, (sheet) => (text.value = sheet.text)));
        said.textContent = `${chosen.name} is in the box above. Look at it, then press the button.`;
      })
      .catch((error: unknown) => (said.textContent = `${chosen.name} cannot be read. ${(error as Error).message}`));
  });
}

/** Refuses to paste what is far more than a list of schools, before the browser lays it out. */
export function refuseTooMuch(text: HTMLTextAreaElement, said: HTMLElement): void {
  const refuse = (event: Event, pasted: string | undefined): void => {
    const problem = findTooMuch(pasted ?? "");
    if (problem !== null) event.preventDefault();
    said.textContent = problem ?? "";
  };
  text.addEventListener("paste", (event) => refuse(event, event.clipboardData?.getData("text/plain")));
  text.addEventListener("drop", (event) => refuse(event, event.dataTransfer?.getData("text/plain")));
}

/** What the workbook does not show of a sheet, and is in the box all the same. */
function sayHidden({hidden, hidden_rows = 0}: ReadSheet): string {
  const sheet = hidden ? "This sheet is hidden in the workbook. " : "";
  if (hidden_rows === 0) return sheet;
  return `${sheet}${counted(hidden_rows, "row")} of it ${hidden_rows === 1 ? "is" : "are"} hidden or filtered out in the workbook. The box has them too. Delete those that you do not mean.`;
}

/** Takes the first sheet, and offers the others where there are some. */
function chooseSheet(sheets: readonly [ReadSheet, ...ReadSheet[]], put: (sheet: ReadSheet) => void): HTMLElement {
  const unseen = html`<p class="hidden-rows" role="status"></p>`;
  const take = (sheet: ReadSheet): void => {
    put(sheet);
    unseen.textContent = sayHidden(sheet);
  };
  take(sheets[0]);
  if (sheets.length === 1) return html`<div>${unseen}</div>`;
  const menu = html`<select id="your-sheet">
    ${sheets.map(({name, hidden}, i) => html`<option value=${i}>${name}${hidden ? " (hidden)" : ""}</option>`)}
  </select>` as HTMLSelectElement;
  menu.addEventListener("change", () => take(sheets[Number(menu.value)] ?? sheets[0]));
  return html`<form class="controls" ${{onsubmit: (event: Event) => event.preventDefault()}}>
    <div class="control">
      <label for="your-sheet">The file has ${counted(sheets.length, "sheet")}. Which is the list?</label>
      ${menu}
    </div>
    ${unseen}
  </form>`;
}
