import type {PartnershipOutcome, Phase} from "../ui/release.js";
import type {TypedList} from "./check-text.js";
import {describePhase} from "./describe-phase.js";
import type {Listed} from "./estimate-measure.js";
import {openPhases, placeSchools} from "./place-schools.js";
import {readPhase, registerFile} from "./read-phase.js";

/** What estimates, and what reads lists: the heaviest of it, fetched once a list is to be estimated or read. */
const engine = () => import("./estimate-measure.js");
const reading = () => import("./check-text.js");

/** All that is done in workers for a list, by name, so that the page that shows it listens meanwhile. */
export const tasks = {
  /** Has what every list needs fetched before there is one: files beside the code that reads them. */
  prepare: async ({register}: {register: boolean}): Promise<void> => {
    const read = register ? [registerFile(), reading().then(({openRegister}) => openRegister())] : [];
    await Promise.all([engine(), openPhases(null), ...read]);
  },
  /** Has the schools of a phase unpacked. */
  unpack: async (phase: Phase): Promise<void> => void (await readPhase(phase)),
  findPhases: async (text: string) => (await reading()).findPhases(text),
  check: async (list: TypedList) => (await reading()).checkText(list),
  place: placeSchools,
  describe: describePhase,
  estimate: async ({listed, measure}: {listed: Listed; measure: string}) =>
    (await engine()).estimateMeasure(listed, measure),
  placeAmong: async (outcomes: readonly PartnershipOutcome[]) => (await engine()).placeAmong(outcomes)
};

export type Tasks = typeof tasks;
export type Task = keyof Tasks;
