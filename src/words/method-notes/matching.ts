import type {MethodRow} from "./method-row.ts";

/** What the page says of each way to find comparators, by its id. */
export const matchingNotes: Readonly<Record<string, MethodRow>> = {
  nearest: {
    plain: "For each school that joined, take the schools most like it.",
    formula: "d(i, j)^{2} = (x_{i} − x_{j})′ S^{−1} (x_{i} − x_{j})",
    how: "Distance over all the things schools are matched on, each counted by how much schools differ in it. A school may serve several.",
    beware: "The nearest may still be far. The balance chart shows what is left.",
    use: "On the command line. The similar schools that pages name are the nearest ones too; no headline rests on them."
  },
  subclass: {
    plain: "Sort schools into groups that were about equally likely to join, and compare within groups.",
    formula: "e(x) = P(joined | x), cut at its quantiles among those that joined",
    how: "The likelihood of joining is fitted, then cut into groups.",
    beware: "Within a group schools still differ.",
    use: "On the command line."
  },
  cem: {
    plain: "Compare only schools that fall into the same boxes on everything.",
    formula: "w_{j} = (m_{s}^{joined} / m_{s}^{others}) · (M^{others} / M^{joined})",
    how: "Each characteristic is cut into a few intervals. Schools that share all of them are compared.",
    beware: "Schools without a partner in their box drop out, and the question changes to those that stay.",
    use: "On the command line."
  },
  ebal: {
    plain: "Weigh the other schools so that their averages are exactly those of the schools that joined.",
    formula: "min Σ w_{j} log w_{j} with Σ w_{j} x_{j} = x̄_{joined}",
    how: "Of all weights that give equal averages, those nearest to equal ones.",
    beware: "A few schools may carry most of the weight. The effective number shows it.",
    use: "On the command line."
  },
  ipw: {
    plain: "Count schools that looked likely to join, but did not, for more.",
    formula: "w_{j} = e(x_{j}) / (1 − e(x_{j}))",
    how: "The likelihood of joining is fitted from what schools were like before.",
    beware: "One school with a likelihood near one can outweigh all others.",
    use: "On the command line."
  },
  overlap: {
    plain: "Count most those schools that might as well have joined as not.",
    formula: "w_{i} = 1 − e(x_{i}) if joined, e(x_{j}) if not",
    how: "Both sides are weighted by the likelihood of being on the other side.",
    beware: "It answers for schools on the margin, not for all that joined.",
    use: "On the command line."
  }
};
