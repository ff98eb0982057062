/** Words that stay in capitals: initials of bodies and of their names, and numerals. No word that is also English. */
const acronyms = new Set(
  (
    "AET ACET BAE BEPT BMAT BRIT BTEC CE CET CFE CIT CMAT CSIA CTC EBN EKC EMAT FCAT GORSE HCAT HISP ICT II III IV JCB " +
    "L.E.A.D. MAC MAT MITRE NCEA NET NPAT NPCAT PA QE QEGS RC RET RMET SENAD SENDAT TCAT TGAT TKAT UCAT UK USP UTC VA VC " +
    "VII VIAT XXIII"
  ).split(" ")
);

/** No vowel is in most initials, and in these words. */
const noInitials = new Set(["ST", "SS", "DR", "MR", "MRS", "LTD", "NTH"]);

const small = new Set(["a", "an", "and", "at", "by", "for", "in", "of", "on", "the", "to", "upon", "with"]);

const words: Record<string, string> = {cofe: "CofE", "c.e.": "C.E.", mckee: "McKee", mcauley: "McAuley"};

/**
 * The name of a body as a page has it: one printed in capitals throughout in title case, with known initials kept; any
 * other as it is printed, spaces apart. An apostrophe that the register lost, and has “?” for, is one again.
 */
export function titleBodyName(name: string): string {
  const text = name
    .replaceAll(/\s+/g, " ")
    .trim()
    .replaceAll(/(?<=\p{L})\?(?=[\p{L}\s]|$)/gu, "’");
  if (/\p{Ll}/u.test(text) || !/\p{Lu}{2}/u.test(text)) return text;
  return text
    .split(" ")
    .map((word, i) => titleWord(word, i === 0))
    .join(" ");
}

function titleWord(word: string, first: boolean): string {
  const bare = word.replaceAll(/^[("‘“']+|[)"’”'.,:;]+$/gu, "");
  if (acronyms.has(bare) || acronyms.has(word) || isInitials(bare)) return word;
  const lower = word.toLowerCase();
  if (!first && small.has(lower)) return lower;
  const own = words[bare.toLowerCase()];
  if (own) return word.replace(bare, own);
  return lower.replaceAll(/(?<![\p{L}\d]|[\p{L}\d]['’])\p{L}/gu, (letter) => letter.toUpperCase());
}

const isInitials = (word: string): boolean => /^[B-DF-HJ-NP-TV-XZ]{2,5}$/.test(word) && !noInitials.has(word);

/**
 * What two writings of one body’s name have in common: lower case without stops, brackets, “the” at the front and
 * “limited” at the end; “MAT” as multi academy trust, “CE” as church of england.
 */
export function plainBodyName(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\([^)]*\)/g, " ")
    .replaceAll(/['’‘?]/g, "")
    .replaceAll("&", " and ")
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim()
    .replaceAll(/\bmat\b/g, "multi academy trust")
    .replaceAll(/\b(c of e|cofe|ce)\b/g, "church of england")
    .replace(/^the /, "")
    .replace(/ (limited|ltd)$/, "")
    .trim();
}

const ORGANISED =
  /\b(?:multi|academy|academies|trusts?|company|federation|education|educational|collegiate|schools|group|catholic|church of england|cooperative|co operative)\b/g;

/**
 * What is left of the name of a trust without the words for how it is organised: “The John Paul II MAC (Sutton Coldfield)”
 * and “John Paul II Multi-Academy” have it in common. Empty of a name that is none of a trust, such as a diocese’s, a
 * college’s or a person’s: who sponsors a trust is not that trust.
 */
export function coreBodyName(name: string): string {
  const plain = plainBodyName(name).replaceAll(/\bmac\b/g, "multi academy company");
  if (
    !/\b(?:trust|multi academy|academies|academy company|federation|catholic academy|catholic collegiate|collegiate multi academy)\b/.test(
      plain
    )
  )
    return "";
  return plain.replaceAll(ORGANISED, " ").replaceAll(/\s+/g, " ").trim();
}

/** Whether what stands in place of a name is a remark: “This is a co-sponsored academy. Details of …”. */
export const isRemark = (name: string): boolean => /^this (?:is|academy|school)\b/i.test(name.trim());
