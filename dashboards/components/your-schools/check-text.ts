import {
  readPasted,
  readYourList,
  writeList,
  type CheckedList,
  type NamedLine,
  type Said
} from "school-partnerships/list-reading";
import type {Phase} from "../ui/release.js";
import {openRegister} from "./open-register.js";
import {openPhases} from "./place-schools.js";

export {openRegister};

/** What is in the box and the fields of the form, and which names were confirmed. */
export interface TypedList {
  text: string;
  said: Said;
  confirmed: ReadonlyMap<string, number | null>;
  /** ISO date. */
  today: string;
}

/** A list that was checked, with the file that it is saved as; or the names to confirm first. */
export type CheckedText = {unconfirmed: NamedLine[]} | (Omit<CheckedList, "members"> & {file: string});

/** Checks what is in the box against the register. Throws an Error at more than a list of schools holds. */
export async function checkText({text, said, confirmed, today}: TypedList): Promise<CheckedText> {
  const {register} = await openRegister();
  const pasted = readPasted(text, {register, confirmed});
  if (pasted.unconfirmed.length > 0) return {unconfirmed: pasted.unconfirmed};
  const {members, ...list} = readYourList(pasted.text, said, {register, file: "your list", today});
  return {...list, file: writeList(members)};
}

/** The phases of the schools whose URNs are in a text, which may be half a list. */
export async function findPhases(text: string): Promise<Phase[]> {
  const urns = text.match(/\b\d{6}\b/g) ?? [];
  if (urns.length === 0) return [];
  const {makeId} = await openRegister();
  const own = new Set(urns.map((urn) => makeId.get(Number(urn))));
  return (await openPhases(null)).flatMap(({packed, ids}) => (ids.some((id) => own.has(id)) ? [packed.phase] : []));
}
