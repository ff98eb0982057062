import type {PValueAdjustment} from "../../library/inference/p-value-adjustments.ts";
import type {DescribedMethod} from "./method-row.ts";

/** What stands behind every interval, check and rule that pages show, in the order of the page. */
export const checkMethods: readonly DescribedMethod[] = [
  {
    id: "student",
    label: "The 95% interval",
    reference:
      "Sant’Anna & Zhao (2020), §3.1, doi:10.1016/j.jeconom.2020.06.003; Liang & Zeger (1986), Biometrika 73(1), doi:10.1093/biomet/73.1.13",
    plain: "How far the figure could be out by chance.",
    formula: "τ̂ ± t_{0.975, G − 1} √(G / (G − 1) · Σ_{c} (Σ_{i in c} ψ_{i})^{2})",
    how: "ψ is what each school moves the figure by, the regression’s own error included. Each partnership counts as one piece of evidence, since its schools share what befalls them; each other school is one too. G is the number of partnerships. What is printed is the union of the intervals under both assumptions.",
    beware:
      "It holds the play of chance, and errors on either known side, not those of a comparison that both assumptions miss.",
    use: "Where 30 schools or more joined, in ten partnerships or more."
  },
  {
    id: "randomisation",
    label: "Placebo partnerships",
    reference:
      "Fisher (1935), The Design of Experiments; MacKinnon & Webb (2020), Journal of Econometrics 218(2), doi:10.1016/j.jeconom.2020.04.024; Ferman & Pinto (2019), Review of Economics and Statistics 101(3), doi:10.1162/rest_a_00759",
    plain: "How often would schools that never joined seem to have done as much?",
    formula: "p = (1 + #[|τ*| / se* ≥ |τ̂| / se]) / (1 + draws)",
    how: "Partnerships of the same sizes and years are drawn from the excesses of schools that had not joined, each with its own error. The interval reaches as many errors as 95% of theirs lie from zero. For one partnership the plain distribution is shown, under both assumptions; the larger count is printed.",
    beware:
      "It is exact where chance decided who joined; otherwise it says how unusual the figure is among like schools.",
    use: "Where fewer schools or partnerships joined, and for one partnership. Below five partnerships no interval is claimed."
  },
  {
    id: "bands",
    label: "Bands over all years at once",
    reference: "Callaway & Sant’Anna (2021), algorithm 1, doi:10.1016/j.jeconom.2020.12.001",
    plain: "Of a row of yearly figures one may stand out by chance. Bands allow for that.",
    formula: "c = 95% quantile of max_{e} |τ*_{e}| / se_{e}",
    how: "A multiplier bootstrap with normal multipliers draws all years together: that is, normal draws with the covariance of the estimates. The band is the union under both assumptions.",
    beware: "A band that holds zero does not mean that nothing happened in that year.",
    use: "The pale bands of the charts by years since joining."
  },
  {
    id: "pre_trend",
    label: "The years before joining",
    reference: "Roth (2022), American Economic Review: Insights 4(3), doi:10.1257/aeri.20210236",
    plain: "Did schools already depart from what was expected before they joined?",
    formula: "F = θ̂′ V^{−1} θ̂ / q, θ the q effects before joining",
    how: "All years before joining are tested together, the year just before among them. That year also stands alone: one that is clear of zero on the effect’s side means already changing before joining.",
    beware: "With few schools a departure goes unseen. Passing the test does not show that it was not there.",
    use: "Asked of every result under both assumptions; a failure costs a step of strength."
  },
  {
    id: "honest",
    label: "How wrong could the comparison be?",
    reference:
      "Rambachan & Roth (2023), Review of Economic Studies 90(5), doi:10.1093/restud/rdad018; Andrews, Roth & Pakes (2023), Review of Economic Studies 90(6), doi:10.1093/restud/rdad004",
    plain: "How many times larger than before would departures have to be until the finding goes?",
    formula: "|δ_{t+1} − δ_{t}| ≤ M̄ · max_{s<0} |δ_{s+1} − δ_{s}|",
    how: "The interval is widened by ever larger departures. The largest that leaves zero out is M̄. It is counted from the year before joining and from two years before, under both assumptions, and the smallest is printed.",
    beware: "It measures departures by what was seen before joining, where there are years enough.",
    use: "The breakdown value in the strength of evidence."
  },
  {
    id: "smoothness",
    label: "Drifts that change slowly",
    reference: "Rambachan & Roth (2023), Review of Economic Studies 90(5), doi:10.1093/restud/rdad018",
    plain: "The same, for groups that draw apart along a line that bends little.",
    formula: "|(δ_{t+1} − δ_{t}) − (δ_{t} − δ_{t−1})| ≤ M",
    how: "The shortest interval that holds whatever the slope is.",
    beware: "What M is reasonable is a matter of judgement.",
    use: "On the command line."
  },
  {
    id: "second_base",
    label: "A base further back",
    reference: "Ashenfelter (1978), Review of Economics and Statistics 60(1), doi:10.2307/1924332",
    plain: "Does the effect remain if change is counted from years longer before?",
    formula: "Δ_{ie} = Y_{i,g+e} − mean(Y_{i,g−7}, …, Y_{i,g−5})",
    how: "The same regression, from years five to seven before joining, with everything measured there. A dip within the usual base (Ashenfelter’s dip) looks like an effect from every other side; from here it does not.",
    beware: "Fewer schools have results so far back.",
    use: "Printed beside the figure. Where its interval holds zero and the first one’s does not, schools were already changing before joining."
  },
  {
    id: "placebo",
    label: "Joining pretended earlier",
    reference: "Imbens & Wooldridge (2009), Journal of Economic Literature 47(1), §5.11, doi:10.1257/jel.47.1.5",
    plain: "Does the method find something where nothing can have happened?",
    formula: "τ̂(g − 3), from years t < g",
    how: "Schools are taken to have joined three years before they did, and everything is measured at that date.",
    beware: "It needs many years before joining, so fewer schools are in it.",
    use: "A clear answer means already changing before joining."
  },
  {
    id: "equivalence",
    label: "No harm is a claim to be tested",
    reference: "Schuirmann (1987), Journal of Pharmacokinetics and Biopharmaceutics 15(6), doi:10.1007/BF01068419",
    plain: "Is the difference surely smaller than what would matter?",
    formula: "−m < τ̂ − t_{0.95} se and τ̂ + t_{0.95} se < m",
    how: "Two one-sided tests of both estimates against the smallest effect of interest of each measure.",
    beware: "Finding no clear difference is not the same as finding none.",
    use: "Supporter schools first of all."
  },
  {
    id: "detectable",
    label: "What could have been seen",
    reference: "Bloom (1995), Evaluation Review 19(5), doi:10.1177/0193841X9501900504",
    plain: "How large would an effect have to be to show four times in five?",
    formula: "(t_{0.975} + t_{0.80}) se",
    how: "From the larger of the two standard errors and its degrees of freedom.",
    beware: "It says what the data could show, not what there is.",
    use: "With every figure that is not clear."
  },
  {
    id: "meta",
    label: "How far partnerships differ",
    reference:
      "Higgins, Thompson & Spiegelhalter (2009), JRSS A 172(1), doi:10.1111/j.1467-985X.2008.00552.x; Viechtbauer (2005), JEBS 30(3), doi:10.3102/10769986030003261",
    plain: "Is one partnership’s figure its own, or the chance of few schools?",
    formula: "τ̂_{k} ~ N(μ + u_{k}, v_{k}), u_{k} ~ N(0, τ^{2})",
    how: "A mean of all partnerships, the spread between them, and where another one would lie. Restricted maximum likelihood, with the interval of Hartung and Knapp, never narrower for partnerships that happen to agree.",
    beware: "With few partnerships the spread is hardly known.",
    use: "The Partnerships page."
  },
  {
    id: "shrinkage",
    label: "Small partnerships are shrunk towards the mean",
    reference: "Raudenbush & Bryk (1985), Journal of Educational Statistics 10(2), doi:10.3102/10769986010002075",
    plain: "The fewer schools a partnership has, the less its own figure is believed.",
    formula: "λ_{k} τ̂_{k} + (1 − λ_{k}) μ̂, λ_{k} = τ^{2} / (τ^{2} + v_{k})",
    how: "Each is moved towards the mean of its type, by as much as its figure is unsure, under each assumption.",
    beware: "It is a better guess on the whole, not for each one.",
    use: "The Partnerships page, which names none unasked."
  },
  {
    id: "romano_wolf",
    label: "Many outcomes at once",
    reference: "Romano & Wolf (2016), Statistics & Probability Letters 113, doi:10.1016/j.spl.2016.02.012",
    plain: "Of twenty outcomes one will look clear by chance. Which still stand?",
    formula: "p_{(k)} = (1 + #[max_{j≥k} |t*_{j}| ≥ |t_{(k)}|]) / (1 + draws)",
    how: "Outcomes are taken from the clearest down, each compared with the largest of those that are left in every draw.",
    beware: "A family has to be named before results are seen. The plan names it.",
    use: "The strength of evidence."
  },
  {
    id: "bh",
    label: "Share of findings that are false",
    reference:
      "Benjamini & Hochberg (1995), JRSS B 57(1), doi:10.1111/j.2517-6161.1995.tb02031.x; Benjamini & Yekutieli (2001), Annals of Statistics 29(4), doi:10.1214/aos/1013699998",
    plain: "Of all that is called clear, how much is chance?",
    formula: "p_{(k)} ≤ (k / m) · 0.05",
    how: "From the smallest p-value up. A second form holds however outcomes hang together.",
    beware: "Milder than the rule above.",
    use: "Beside it."
  },
  {
    id: "familywise",
    label: "Simpler rules for many outcomes",
    reference:
      "Holm (1979), Scandinavian Journal of Statistics 6(2); Hochberg (1988), Biometrika 75(4), doi:10.1093/biomet/75.4.800",
    plain: "The same question, from p-values alone.",
    formula: "Bonferroni: m p; Holm: (m − k + 1) p_{(k)}, going down; Hochberg: the same, going up",
    how: "Each p-value is multiplied by how many tests are still open.",
    beware: "They take no account of outcomes moving together, and so find less.",
    use: "On the command line."
  },
  {
    id: "wild",
    label: "Regressions with few groups",
    reference: "Cameron, Gelbach & Miller (2008), Review of Economics and Statistics 90(3), doi:10.1162/rest.90.3.414",
    plain: "With few partnerships the usual interval of a regression is too narrow. This one is not.",
    formula: "Y* = X β̃ + v_{c} ũ, v_{c} = ±1 for each group",
    how: "The regression is done again on thousands of copies in which whole groups change sign.",
    beware: "It fails where only a few groups joined.",
    use: "On the command line."
  },
  {
    id: "cost",
    label: "Cost of one unit of effect",
    reference: "Fieller (1954), JRSS B 16(2), doi:10.1111/j.2517-6161.1954.tb00159.x",
    plain: "What did it cost to gain one point in one school for one year?",
    formula: "cost / τ̂, with the limits of a ratio",
    how: "The interval is that of a ratio. It has no end where the effect may be none.",
    beware: "Costs are what partnerships state.",
    use: "Pages of partnerships that give their costs."
  }
];

/** Which section describes each adjustment of p-values. */
export const adjustmentSections: Readonly<Record<PValueAdjustment, string>> = {
  bonferroni: "familywise",
  holm: "familywise",
  hochberg: "familywise",
  bh: "bh",
  by: "bh"
};
