/**
 * The sums over donors that take most of the time, in AssemblyScript, which is compiled to WebAssembly. Every sum adds
 * the same terms in the same order as a plain loop would: two numbers at a time are two sums, never two parts of one.
 * Arrays are given by where they begin in the memory; numbers are float64 unless stated.
 */
export {addLeverages} from "./leverages";
export {
  addRows,
  addSquares,
  hasTwoValues,
  listUnmarked,
  markMissing,
  splitClasses,
  standardise,
  writeRows
} from "./rows";
export {addKnown, addProducts, subtractFitted} from "./products";
export {summariseDraws} from "./draws";
export {addSigned, drawPatterns} from "./signs";
