import {blockEstimators} from "./estimators/block-estimators.ts";
import {panelEstimators} from "./estimators/panel-estimators.ts";
import {matchingMethods} from "./matching/methods.ts";

/** A method of the library as help, documents and pages describe it. */
export interface RegisteredMethod {
  id: string;
  label: string;
  /** The paper. */
  reference: string;
  /** The registry that lists it, by the name under which the library exports it. */
  registry: "panelEstimators" | "blockEstimators" | "matchingMethods";
  /** What it is given. */
  needs: string;
  /** The options and columns that change its answer. */
  options: readonly string[];
  /** What its effects are put together by, the default first; none where it has one effect. */
  aggregates: readonly string[];
  /** What computes the same in R, by package and function; none where no package does. */
  peers: readonly string[];
}

/** What the registries do not say of a method, by its id: its peers, and its options where they are not in its registry. */
const facts: Readonly<Partial<Record<string, {peers: readonly string[]; options?: readonly string[]}>>> = {
  callaway_santanna: {peers: ["did::att_gt", "did::aggte", "DRDID::reg_did_panel"]},
  imputation: {peers: ["didimputation::did_imputation"]},
  two_stage: {peers: ["did2s::did2s"]},
  sun_abraham: {peers: ["fixest::sunab"]},
  twfe: {peers: ["fixest::feols"]},
  efficient: {peers: ["staggered::staggered"]},
  synthetic_did: {peers: ["synthdid::synthdid_estimate"], options: ["solver"]},
  synthetic_control: {peers: ["synthdid::sc_estimate"], options: ["solver"]},
  augmented: {peers: ["augsynth::augsynth"], options: ["lambda"]},
  did: {peers: ["synthdid::did_estimate"]},
  nearest: {
    peers: ["MatchIt::matchit"],
    options: ["distance", "link", "mahalanobisOn", "exact", "caliper", "replace", "ratio", "order"]
  },
  subclass: {peers: ["MatchIt::matchit"], options: ["link", "subclasses"]},
  cem: {peers: ["MatchIt::matchit"], options: ["exact", "bins"]},
  ebal: {peers: ["ebal::ebalance", "WeightIt::weightit"]},
  ipw: {peers: ["WeightIt::weightit"], options: ["link"]},
  overlap: {peers: ["WeightIt::weightit"], options: ["link"]}
};

/** What a method of each registry is given. */
const given = {
  panelEstimators: "a long panel",
  blockEstimators: "a block panel: some units treated from one period on",
  matchingMethods: "a sample of treated units and others"
} as const;

interface Listed {
  id: string;
  label: string;
  reference: string;
  aggregates?: readonly string[];
  takes?: readonly string[];
}

const describe = (registry: RegisteredMethod["registry"], listed: readonly Listed[]): RegisteredMethod[] =>
  listed.map(({id, label, reference, aggregates = [], takes}) => ({
    id,
    label,
    reference,
    registry,
    needs: given[registry],
    options: takes ?? facts[id]?.options ?? [],
    aggregates,
    peers: facts[id]?.peers ?? []
  }));

/**
 * Every estimator and every method of matching, in the order of their registries: one that joins its registry is in here.
 *
 * @example
 * import {methods} from "school-partnerships";
 *
 * for (const {id, peers} of methods.slice(0, 3)) console.log(`${id}: ${peers.join(", ")}`);
 * // callaway_santanna: did::att_gt, did::aggte, DRDID::reg_did_panel
 * // imputation: didimputation::did_imputation
 * // two_stage: did2s::did2s
 */
export const methods: readonly RegisteredMethod[] = [
  ...describe("panelEstimators", panelEstimators),
  ...describe("blockEstimators", blockEstimators),
  ...describe("matchingMethods", matchingMethods)
];
