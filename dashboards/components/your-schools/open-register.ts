import {makeLightRegister, unpackRegister, type Register} from "school-partnerships/list-reading";
import type {OpenNames} from "./open-names.js";
import {registerFile} from "./read-phase.js";

/** Every school of the release, to check lists by; and the school that each URN belongs to. */
export interface OpenRegister extends OpenNames {
  register: Register;
}

let opened: Promise<OpenRegister> | undefined;

/** Fetched whole, so that no request states which schools are looked for; once, and again after a failure. */
export function openRegister(): Promise<OpenRegister> {
  opened ??= open();
  opened.catch(() => (opened = undefined));
  return opened;
}

async function open(): Promise<OpenRegister> {
  const schools = unpackRegister(await registerFile());
  return {
    register: makeLightRegister(schools),
    makeId: new Map(schools.map(({urn, id}) => [urn, id])),
    makeName: new Map(schools.flatMap(({urn, id, name}) => (urn === id ? [[id, name]] : [])))
  };
}
