import type {MethodRow} from "./method-row.ts";

/** What the page says of each estimator, by its id. One without a section fails the test, as does a section without one. */
export const estimatorNotes: Readonly<Record<string, MethodRow>> = {
  callaway_santanna: {
    plain: "How much more did schools that joined in one year change than schools that had not joined?",
    formula: "ATT(g, t) = E[Y_{t} − Y_{base} | G = g] − E[Y_{t} − Y_{base} | not yet joined]",
    how: "One comparison for each joining year and each year of results. Then their mean. Schools can be made alike by regression, by weights, or by both. By regression from a base window, the change from the base is regressed on base means of the covariates among schools not yet joined, whatever their role. What a school changed beyond what that expects is its excess, and every effect is a mean of excesses, each school once. A school that joins later is compared with until it does. With fewer than three schools a coefficient, squares go first and then the covariate named last.",
    beware:
      "It takes for granted that without joining both groups would have changed alike, or, with the outcome’s own past among the covariates, that schools of one past would have.",
    use: "The headline figure is this estimator, by outcome regression from a base window; on the command line, estimate with --method reg."
  },
  imputation: {
    plain: "What would each school have scored had it not joined, going by its own level and by each year’s?",
    formula: "τ̂_{it} = Y_{it} − α̂_{i} − λ̂_{t}, with α̂ and λ̂ fitted where nobody had joined yet",
    how: "Effects of schools and of years are fitted to untreated rows only. What a school that joined is above that is averaged.",
    beware: "All years before joining count alike. A bad year just before joining lowers the school’s own level.",
    use: "On the command line: a cross-check that counts all years before joining."
  },
  two_stage: {
    plain: "What imputation estimates, by two regressions in turn.",
    formula: "Y_{it} − α̂_{i} − λ̂_{t} = Σ_{e} δ_{e} 1[t − g = e] + u_{it}",
    how: "The first regression takes out schools and years, going by untreated rows. The second gives the mean of what is left.",
    beware: "Its estimates are those of imputation. Only the standard errors differ.",
    use: "A cross-check on the standard errors of imputation."
  },
  sun_abraham: {
    plain: "What does a regression give that keeps every joining year apart?",
    formula: "Y_{it} = α_{i} + λ_{t} + Σ_{g} Σ_{e} δ_{ge} 1[G_{i} = g] 1[t − g = e] + u_{it}",
    how: "One coefficient for each joining year and each year since. Then their mean by years since joining, weighted by schools.",
    beware: "It counts from the last year before joining, which is the year that schools are often chosen for.",
    use: "A cross-check."
  },
  twfe: {
    plain: "What would the older, simpler regression have said?",
    formula: "Y_{it} = α_{i} + λ_{t} + β D_{it} + u_{it}",
    how: "One coefficient for having joined, with effects of schools and years.",
    beware:
      "Where effects grow, schools that joined earlier serve as comparators, and some weights are below zero. It can have the wrong sign.",
    use: "Shown only to be compared with the others."
  },
  efficient: {
    plain: "If chance alone had decided when schools joined, what is the sharpest answer?",
    formula: "θ̂_{β} = θ̂ − β X̂, with the β of least variance",
    how: "Differences between schools that joined earlier and later, less as much of their difference in the year before as makes the answer most exact.",
    beware: "Schools do not join at random. Where the weakest join first it misleads.",
    use: "On the command line, for programmes that drew lots."
  },
  before_after: {
    plain: "How much did schools change after joining, with nobody to compare with?",
    formula: "mean(Y_{it} : t ≥ g) − mean(Y_{it} : t < g)",
    how: "The mean after less the mean before, within schools.",
    beware: "Good years for everyone, and recovery from one bad year, pass for an effect.",
    use: "On the command line. Pages take the same figure apart: return from the year before, expected change, effect."
  },
  synthetic_did: {
    plain: "For one partnership or a few: what did a blend of other schools do that had run alongside them?",
    formula: "τ̂ = (Ȳ_{after} − Σ λ̂_{t} Y_{t})_{joined} − Σ ω̂_{i} (Ȳ_{after} − Σ λ̂_{t} Y_{t})_{i}",
    how: "Weights on other schools make them run parallel before. Weights on earlier years make these like the later ones. Then a difference in differences by both.",
    beware:
      "It needs several years before joining without gaps. What befell one partnership by chance stays in the answer.",
    use: "On the command line: a cross-check where few joined at once."
  },
  synthetic_control: {
    plain: "What did a blend of other schools do that had scored the same as this one before?",
    formula: "τ̂_{t} = Y_{1t} − Σ ω̂_{i} Y_{it}, ω̂ ≥ 0, Σ ω̂ = 1",
    how: "Weights on other schools bring their earlier results as near as can be.",
    beware: "A school with unlike results has no such blend. The gap is then taken for an effect.",
    use: "On the command line."
  },
  augmented: {
    plain: "The blend of other schools, with what it could not match taken off.",
    formula: "τ̂_{t} = Y_{1t} − Σ ω̂_{i} Y_{it} − (X_{1} − Σ ω̂_{i} X_{i})′ η̂",
    how: "A ridge regression on earlier results corrects the blend for what is left unmatched. Its penalty is chosen by leaving years out.",
    beware: "The correction reaches beyond the schools there are.",
    use: "On the command line, for one partnership."
  },
  did: {
    plain: "How much more did these schools change than all the others together?",
    formula: "τ̂ = (Ȳ_{after} − Ȳ_{before})_{joined} − (Ȳ_{after} − Ȳ_{before})_{others}",
    how: "Plain means, all schools and all years alike.",
    beware: "The others may have been on another path before.",
    use: "What the weighted answers are compared with."
  }
};
