import {UserError} from "../../src/errors.ts";
import {checkLists, type CheckedLists} from "../../src/lists/check-lists.ts";
import {memberColumns, partnershipColumns} from "../../src/lists/columns.ts";
import {readRegister} from "../../src/lists/register-text.ts";
import type {Register} from "../../src/lists/register.ts";
import {sayProblems, saySummary} from "../../src/lists/say.ts";
import {summarise} from "../../src/lists/summary.ts";
import {template} from "../../src/lists/template.ts";
import {readList} from "../read-list.ts";
import type {Command} from "./command.ts";

/** Of problems of one sort in one column: more are counted, not written out. */
const MOST = 20;

export const checkListCommand: Command = {
  name: "check-list",
  about: "say what is wrong with the lists of members that partnerships keep, and what to do about it",
  positionals: [{name: "FILE", about: "lists of members, as CSV", many: true}],
  options: {
    partnerships: {type: "string", value: "FILE", about: "the list of the partnerships themselves"},
    register: {type: "string", value: "FILE", about: "the register’s edubasealldata extract, to look schools up in"},
    links: {type: "string", value: "FILE", about: "its links_edubasealldata extract: who followed whom"},
    template: {type: "boolean", about: "print an empty list of members instead, with a made-up row"},
    "template-partnerships": {type: "boolean", about: "print an empty list of partnerships instead"}
  },
  run: async ({partnerships, register, links, template: empty, "template-partnerships": emptyPartnerships}, files) => {
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
    const lists = await Promise.all(files.map((file) => readList(file)));
    const schools = register === undefined ? null : await openRegister(String(register), links);
    const checked = checkLists(lists, {
      partnerships: partnerships === undefined ? null : await readList(String(partnerships)),
      register: schools
    });
    tell(checked, schools);
  }
};

async function openRegister(file: string, links: string | boolean | undefined): Promise<Register> {
  return readRegister(await readList(file), links === undefined ? null : await readList(String(links)));
}

function tell(checked: CheckedLists, register: Register | null): void {
  const {problems} = checked;
  if (problems.length) console.log(`${sayProblems(problems, {most: MOST}).join("\n")}\n`);
  const summaries = summarise(checked, register ? register.latest : (urn) => urn);
  if (summaries.length) console.log(`${summaries.map(saySummary).join("\n\n")}\n`);
  if (!register) console.log("no --register given: URNs were not looked up");
  const stop = problems.filter(({severity}) => severity === "stops").length;
  const warn = problems.length - stop;
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
