import {writeFile} from "node:fs/promises";
import {resolve} from "node:path";
import {UserError} from "../../src/library/errors.ts";
import {checkLists, type CheckedLists} from "../../src/lists/check-lists.ts";
import {memberColumns, partnershipColumns} from "../../src/lists/columns.ts";
import {readRegister} from "../../src/lists/register-text.ts";
import type {Register} from "../../src/lists/register.ts";
import {lookAgain} from "../../src/lists/second-look.ts";
import {sayProblems, saySummary} from "../../src/lists/say.ts";
import {summarise} from "../../src/lists/summary.ts";
import {listedPartnershipTypes} from "../../src/lists/vocabulary.ts";
import {readWholeList, wholeOptions, type WholeOption} from "../../src/lists/whole-list.ts";
import {writeList} from "../../src/lists/write-list.ts";
import {template} from "../../src/lists/template.ts";
import {readList} from "../read/read-list.ts";
import type {Command} from "./command.ts";

/** Of problems of one sort in one column: more are counted, not written out. */
const MOST = 20;

export const checkListCommand: Command = {
  name: "check-list",
  about: "say what is wrong with the lists of members that partnerships keep, and what to do about it",
  positionals: [
    {
      name: "FILE",
      about: "lists of members, as CSV: one column of URNs, LAESTABs, UKPRNs or names is enough, others may stay",
      many: true
    }
  ],
  options: {
    name: {type: "string", value: "NAME", about: "what the partnership is called, if the list does not say"},
    type: {type: "string", value: "TYPE", about: "of which type it is, such as multi_academy_trust"},
    from: {
      type: "string",
      value: "DATE",
      about: "when its schools joined: 01/09/2018, 09/2018, “autumn 2018” or 2018/19"
    },
    to: {type: "string", value: "DATE", about: "when they left"},
    role: {type: "string", value: "ROLE", about: "supported, supporter or member"},
    id: {type: "string", value: "ID", about: "a short name of small letters, digits and _ (made from the name)"},
    source: {type: "string", value: "URL", about: "where the list can be read"},
    write: {type: "string", value: "FILE", about: "write the lists in the right form, once nothing stops them"},
    partnerships: {type: "string", value: "FILE", about: "the list of the partnerships themselves"},
    register: {
      type: "string",
      value: "FILE",
      about: "the register’s edubasealldata extract, to look schools up in by number and name"
    },
    links: {type: "string", value: "FILE", about: "its links_edubasealldata extract: who followed whom"},
    template: {type: "boolean", about: "print an empty list of members instead, with an invented row"},
    "template-partnerships": {type: "boolean", about: "print an empty list of partnerships instead"}
  },
  notes: [
    "A list may be kept by people or come from elsewhere: the register’s “Linked establishments”, a table of a website, an",
    "eligibility list. What it lacks is said once for all its rows: --name, --type, --from, --to, --role, --id, --source.",
    `Types: ${listedPartnershipTypes.join(", ")}.`
  ],
  run: async (values, files) => {
    const {partnerships, register, links, write, template: empty, "template-partnerships": emptyPartnerships} = values;
    if (empty || emptyPartnerships) {
      process.stdout.write(template(empty ? memberColumns : partnershipColumns));
      return;
    }
    if (files.length === 0) {
      throw new UserError("no list given", {fix: "npm run pav -- check-list FILE, or --template for an empty one"});
    }
    if (links !== undefined && register === undefined) {
      throw new UserError("--links without --register", {fix: "give the register’s edubasealldata extract too"});
    }
    const whole = readWholeList(Object.fromEntries(wholeNames.flatMap((name) => asText(name, values[name]))));
    if (write !== undefined && files.some((file) => resolve(file) === resolve(String(write)))) {
      throw new UserError(`--write ${String(write)} is a list that is read`, {fix: "give the new list another name"});
    }
    const lists = await Promise.all(files.map((file) => readList(file)));
    const schools = register === undefined ? null : await openRegister(String(register), links);
    const checked = checkLists(lists, {
      partnerships: partnerships === undefined ? null : await readList(String(partnerships)),
      register: schools,
      whole,
      today: new Date().toISOString().slice(0, 10)
    });
    report({...checked, problems: lookAgain(checked, lists)}, schools);
    if (write !== undefined) {
      await writeFile(String(write), writeList(checked.members));
      console.log(`${String(write)} has the ${checked.members.length} rows in the right form`);
    }
  }
};

const wholeNames = Object.keys(wholeOptions) as WholeOption[];

const asText = (name: WholeOption, value: string | boolean | undefined): [WholeOption, string][] =>
  typeof value === "string" ? [[name, value]] : [];

async function openRegister(file: string, links: string | boolean | undefined): Promise<Register> {
  return readRegister(await readList(file), links === undefined ? null : await readList(String(links)));
}

function report(checked: CheckedLists, register: Register | null): void {
  const {problems} = checked;
  if (problems.length) console.log(`${sayProblems(problems, {most: MOST}).join("\n")}\n`);
  const summaries = summarise(checked, register ? register.latest : (urn) => urn);
  if (summaries.length) console.log(`${summaries.map(saySummary).join("\n\n")}\n`);
  if (summaries.some(({joined}) => joined))
    console.log("days are read and written with the day first: 01/09/2018 is 1 September");
  if (!register) console.log("no --register given: URNs were not looked up");
  const stop = problems.filter(({severity}) => severity === "stops").length;
  const warn = problems.filter(({severity}) => severity === "warns").length;
  if (stop === 0) {
    console.log(warn ? `can be used; ${warn} to look at, marked !` : "nothing is wrong");
    return;
  }
  throw new UserError(
    `${stop} problem${stop === 1 ? "" : "s"} to put right, marked ✗, and ${warn} to look at, marked !`,
    {
      fix: "put right what is marked ✗ above, and check again"
    }
  );
}
