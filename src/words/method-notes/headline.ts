import type {DescribedMethod} from "./method-row.ts";

/** How the headline figure is made: one regression for everybody, two assumptions, one bracket. */
export const headlineNote: DescribedMethod = {
  id: "headline",
  label: "The headline figure",
  reference:
    "Callaway & Sant’Anna (2021), Journal of Econometrics 225(2), doi:10.1016/j.jeconom.2020.12.001; Heckman, Ichimura & Todd (1997), Review of Economic Studies 64(4), doi:10.2307/2971733; Sant’Anna & Zhao (2020), Journal of Econometrics 219(1), doi:10.1016/j.jeconom.2020.06.003; Ding & Li (2019), Political Analysis 27(4), doi:10.1017/pan.2019.25; Angrist & Pischke (2009), Mostly Harmless Econometrics, §5.4",
  plain:
    "How far did schools that joined end above what was expected of them? What is expected comes from schools that had not joined, under two assumptions. The figure is the range of both answers.",
  formula: "τ̂ = mean_{i}(mean_{e}(Δ_{ie} − x_{i}′ β̂_{ge})), Δ_{ie} = Y_{i,g+e} − mean(Y_{i,g−4}, …, Y_{i,g−2})",
  how: "For each joining year and each year since, change is regressed on what schools were like, among schools that had not joined by then. That says what change to expect of any school. What a school did beyond it is its excess. Every effect on these pages is a mean of excesses: of a type, a partnership, a group or one school. Each school counts once. Under the first assumption, same trend, schools would have changed like others of the same intake. No earlier outcome is used. Under the second, same past, they would have fared like schools whose earlier attainment, absence, suspensions and results were the same. If either is right, the other errs on a known side, so the truth lies between. The interval is the union of both intervals.",
  beware:
    "Where neither assumption is right the truth may lie outside the range. Nobody can check that they hold. The checks of the years before joining can show that they do not.",
  use: "Every effect on every page. A claim needs both intervals to leave out zero on one side, and nothing before joining that says otherwise."
};
