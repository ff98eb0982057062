import {augsynthKansas} from "./augsynth-kansas.ts";
import {californiaProp99} from "./california-prop99.ts";
import {jelMedicaid} from "./jel-medicaid.ts";
import {lalonde} from "./lalonde.ts";
import {schoolsRtm} from "./schools-rtm.ts";
import {schoolsSim} from "./schools-sim.ts";
import {mpdta} from "./mpdta.ts";
import {bacon} from "./bacon.ts";
import {castle} from "./castle.ts";
import {didimputation} from "./didimputation.ts";
import {fixestBase} from "./fixest-base.ts";
import {mpdtaMany} from "./mpdta-many.ts";
import {ebShrinkage} from "./eb-shrinkage.ts";
import {eefanalytics} from "./eefanalytics.ts";
import {funnelSet} from "./funnel.ts";
import {honestdid} from "./honestdid.ts";
import {poolRegressionSet} from "./pool-regression.ts";
import {powerMdes} from "./power-mdes.ts";
import {romanoWolfSet} from "./romano-wolf.ts";
import type {ReferenceSet} from "./row.ts";
import {schoolsSimMany} from "./schools-sim-many.ts";
import {scmBasque} from "./scm-basque.ts";
import {wildClusterBootstrapSet} from "./wild-cluster-bootstrap.ts";

/** Every set of reference answers, in the order of the table. */
export const referenceSets: readonly ReferenceSet[] = [
  mpdta,
  mpdtaMany,
  schoolsSim,
  poolRegressionSet,
  schoolsSimMany,
  schoolsRtm,
  jelMedicaid,
  castle,
  fixestBase,
  didimputation,
  bacon,
  wildClusterBootstrapSet,
  lalonde,
  californiaProp99,
  augsynthKansas,
  scmBasque,
  honestdid,
  ebShrinkage,
  funnelSet,
  romanoWolfSet,
  eefanalytics,
  powerMdes
];
