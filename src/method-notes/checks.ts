import type {PValueAdjustment} from "../inference/p-value-adjustments.ts";
import type {ToldMethod} from "./note.ts";

/** What stands behind every interval, check and rule that pages show, in the order of the page. */
export const checkNotes: readonly ToldMethod[] = [
  {
    id: "student",
    label: "The 95% interval",
    reference: "Satterthwaite (1946), Biometrics Bulletin 2(6), doi:10.2307/3002019",
    plain: "How far the figure could be out by chance.",
    formula: "τ̂ ± t_{0.975, ν} √(V_{joined} + V_{others})",
    how: "Each partnership counts as one piece of evidence, since its schools share their luck. The fewer partnerships, the wider the interval.",
    beware: "It holds the play of chance, not a comparison that was unfair from the start.",
    use: "Where 30 schools or more joined, ten a year on average, in five partnerships or more."
  },
  {
    id: "randomisation",
    label: "Made-up partnerships",
    reference:
      "Fisher (1935), The Design of Experiments; Young (2019), Quarterly Journal of Economics 134(2), doi:10.1093/qje/qjy029",
    plain: "How often would schools that never joined seem to have done as much?",
    formula: "p = (1 + #[|τ*| ≥ |τ̂|]) / (1 + draws)",
    how: "Partnerships of the same sizes and years are drawn from schools that had not joined, and asked the same question. For one partnership, the answers are set as much further apart as schools of one authority change alike (Moulton 1986).",
    beware:
      "It is exact where chance decided who joined; otherwise it says how unusual the figure is among like schools.",
    use: "Where fewer schools joined, and for one partnership."
  },
  {
    id: "bands",
    label: "Bands over all years at once",
    reference: "Callaway & Sant’Anna (2021), algorithm 1, doi:10.1016/j.jeconom.2020.12.001",
    plain: "Of a row of yearly figures one may stand out by luck. Bands allow for that.",
    formula: "c = 95% quantile of max_{e} |τ*_{e}| / se_{e}",
    how: "A multiplier bootstrap draws all years together.",
    beware: "A band that holds zero does not mean that nothing happened in that year.",
    use: "The pale bands of the charts by years since joining."
  },
  {
    id: "pre_trend",
    label: "The years before joining",
    reference: "Roth (2022), American Economic Review: Insights 4(3), doi:10.1257/aeri.20210236",
    plain: "Were both groups on the same path before?",
    formula: "W = θ̂′ V^{−1} θ̂, θ the differences before joining",
    how: "All years before joining are tested together. The year just before stands apart, since schools are often chosen after a bad one.",
    beware: "With few schools a difference in path goes unseen. Passing the test proves nothing.",
    use: "Shown with every figure, never used to let one through."
  },
  {
    id: "honest",
    label: "How wrong could the comparison be?",
    reference: "Rambachan & Roth (2023), Review of Economic Studies 90(5), doi:10.1093/restud/rdad018",
    plain: "How many times larger than before would the groups have to drift apart until the finding goes?",
    formula: "|δ_{t+1} − δ_{t}| ≤ M̄ · max_{s<0} |δ_{s+1} − δ_{s}|",
    how: "The interval is widened by ever larger drifts. The largest that leaves zero out is M̄.",
    beware: "It measures drift by what was seen before joining, where there are years enough.",
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
    id: "placebo",
    label: "Joining dates that never were",
    reference: "METHOD: a start three years early, from years before joining alone",
    plain: "Does the method find something where nothing can have happened?",
    formula: "τ̂(g − 3), from years t < g",
    how: "Schools are taken to have joined three years before they did.",
    beware: "It needs many years before joining, so fewer schools are in it.",
    use: "Comparators page."
  },
  {
    id: "equivalence",
    label: "No harm is a claim to be tested",
    reference: "Schuirmann (1987), Journal of Pharmacokinetics and Biopharmaceutics 15(6), doi:10.1007/BF01068419",
    plain: "Is the difference surely smaller than what would matter?",
    formula: "−m < τ̂ − t_{0.95} se and τ̂ + t_{0.95} se < m",
    how: "Two one-sided tests against the smallest effect worth having of each measure.",
    beware: "Finding no clear difference is not the same as finding none.",
    use: "Supporter schools first of all."
  },
  {
    id: "detectable",
    label: "What could have been seen",
    reference: "Bloom (1995), Evaluation Review 19(5), doi:10.1177/0193841X9501900504",
    plain: "How large would an effect have to be to show four times in five?",
    formula: "(t_{0.975} + t_{0.80}) se",
    how: "From the standard error of the figure and its degrees of freedom.",
    beware: "It says what the data could show, not what there is.",
    use: "Beside every figure that is not clear."
  },
  {
    id: "meta",
    label: "How far partnerships differ",
    reference:
      "Higgins, Thompson & Spiegelhalter (2009), JRSS A 172(1), doi:10.1111/j.1467-985X.2008.00552.x; Viechtbauer (2005), JEBS 30(3), doi:10.3102/10769986030003261",
    plain: "Is one partnership’s figure its own, or the luck of few schools?",
    formula: "τ̂_{k} ~ N(μ + u_{k}, v_{k}), u_{k} ~ N(0, τ^{2})",
    how: "A mean of all partnerships, the spread between them, and where another one would lie. Restricted maximum likelihood, with the interval of Hartung and Knapp, never narrower for partnerships that happen to agree.",
    beware: "With few partnerships the spread is hardly known.",
    use: "The Partnerships page."
  },
  {
    id: "shrinkage",
    label: "Small partnerships are drawn towards the mean",
    reference: "Raudenbush & Bryk (1985), Journal of Educational Statistics 10(2), doi:10.3102/10769986010002075",
    plain: "The fewer schools a partnership has, the less its own figure is believed.",
    formula: "λ_{k} τ̂_{k} + (1 − λ_{k}) μ̂, λ_{k} = τ^{2} / (τ^{2} + v_{k})",
    how: "Each is moved towards the mean of its kind, by as much as its figure is unsure.",
    beware: "It is a better guess on the whole, not for each one.",
    use: "The Partnerships page, which names none unasked."
  },
  {
    id: "romano_wolf",
    label: "Many outcomes at once",
    reference: "Romano & Wolf (2016), Statistics & Probability Letters 113, doi:10.1016/j.spl.2016.02.012",
    plain: "Of twenty outcomes one will look clear by chance. Which still stand?",
    formula: "p_{(k)} = (1 + #[max_{j≥k} |t*_{j}| ≥ |t_{(k)}|]) / (1 + draws)",
    how: "Outcomes are taken from the clearest down, each held against the largest of those that are left in every draw.",
    beware: "A family has to be named before results are seen. The plan names it.",
    use: "The strength of evidence."
  },
  {
    id: "bh",
    label: "Share of findings that are false",
    reference:
      "Benjamini & Hochberg (1995), JRSS B 57(1), doi:10.1111/j.2517-6161.1995.tb02031.x; Benjamini & Yekutieli (2001), Annals of Statistics 29(4), doi:10.1214/aos/1013699998",
    plain: "Of all that is called clear, how much is luck?",
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

/** Which section tells of each adjustment of p-values. */
export const adjustmentSections: Readonly<Record<PValueAdjustment, string>> = {
  bonferroni: "familywise",
  holm: "familywise",
  hochberg: "familywise",
  bh: "bh",
  by: "bh"
};
