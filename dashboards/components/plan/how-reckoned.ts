import {html} from "htl";
import type {VarianceRow} from "../ui/release.js";
import {count, counted, number} from "../ui/format.js";

/** From what, and by which published formulas, a plan is reckoned. */
export function howReckoned(row: VarianceRow): HTMLElement {
  const share =
    row.authority_share === null
      ? "How alike schools of one authority change is not known from it: no two years can be compared. It matters to groups, not to pairs."
      : `${Math.round(100 * row.authority_share)} % of the variance of their changes over ${counted(row.authority_lag ?? 0, "year")} lies between local authorities.`;
  return html`<div>
    <p>
      How far schools that nobody helped moved from year to year, beyond what their intake lets one expect, is known
      from this release: ${count(row.schools)} schools in no trust or federation, ${count(row.pairs[0] ?? 0)}
      school-years. ${share} Every figure used is in
      <a href="./data">How outcomes vary, and how outcomes last</a>.
    </p>
    <ul>
      <li>
        <b>The change of one school</b>: the mean over the years of help, less the mean over the years before; the year
        just before help is left out, as everywhere on this site. Its variance allows for results of one school going
        together over the years (Burlig, Preonas & Woerman 2020). With the same past instead of the same trend, it is
        the variance of an analysis of covariance (Frison & Pocock 1992; McKenzie 2012). The larger of the two counts,
        because a finding here has to hold under both.
      </li>
      <li>
        <b>Years that cannot be compared</b>: where no two years so far apart are published with the intake of their
        schools, the smallest effect is a range. Results are taken to go together no more than results nearer in time,
        and no less than results further apart; the ends are the most and the least that this leaves possible (bounds as
        in Manski 2003). ${sayMeasured(row)}
      </li>
      <li>
        <b>Many schools</b>: se² = V ((1 + (n/k − 1) ρ)/n + 1/m), with n schools helped in k pairs or groups, m compared
        with, and ρ the share that schools of an authority have in common (Kish 1965).
      </li>
      <li>
        <b>The smallest effect</b>: (t<sub>0.975</sub> + t<sub>0.8</sub>) × se, with k − 1 degrees of freedom (Bloom
        1995; for whole groups Dong & Maynard 2013). It would be seen four times in five.
      </li>
    </ul>
    <p>
      It takes the schools that are helped to vary as others do. Where help does much for some and little for others, or
      where schools are chosen after a bad year, more schools are needed.
      ${row.residual_sd_same_trend === null ? "" : html`The regressions behind this site’s results left a spread of ${number(row.residual_sd_same_trend, 2)} (same trend) around one year’s change, in ${row.unit}.`}
    </p>
  </div>`;
}

function sayMeasured({covariance}: VarianceRow): string {
  const lags = covariance.flatMap((value, lag) => (lag > 0 && value !== null ? [String(lag)] : []));
  if (lags.length === 0) return "In this release no two years can be compared.";
  return `In this release results ${new Intl.ListFormat("en-GB").format(lags)} ${lags.join() === "1" ? "year" : "years"} apart can be compared.`;
}
