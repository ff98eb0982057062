import type {ToldMethod} from "./note.ts";

/** How the headline figure is made: the frame of Callaway and Sant’Anna, on matched schools, from a base window. */
export const headlineNote: ToldMethod = {
  id: "headline",
  label: "The headline figure",
  reference:
    "Callaway & Sant’Anna (2021), doi:10.1016/j.jeconom.2020.12.001; Abadie & Imbens (2011), Journal of Business & Economic Statistics 29(1), doi:10.1198/jbes.2009.07333; Sant’Anna & Zhao (2020), Journal of Econometrics 219(1), doi:10.1016/j.jeconom.2020.06.003",
  plain:
    "How much more did schools that joined change than schools like them that had not joined, counted from the years before anybody chose them?",
  formula:
    "ATT(g, e) = mean_{joined}(Δ_{i} − m̂(x_{i})) − Σ w_{j}(Δ_{j} − m̂(x_{j})), Δ_{i} = Y_{i,g+e} − mean(Y_{i,g−4}, …, Y_{i,g−2})",
  how: "For each joining year, similar schools are drawn once and kept. A regression among schools that had not joined says what change to expect of a school with such a past. What is left is compared, and put together over joining years, schools counting alike.",
  beware:
    "It is right if either the matching or the regression is, and if without joining both groups would have changed alike. Nobody can check that last part. The checks below say how far it may be off.",
  use: "Every figure that a page gives first."
};
