import {draws} from "./draw.ts";

const heads =
  "Aldor Ashk Birn Brenk Calm Corv Dask Drell Elvan Esker Farrin Fenk Garr Gild Hask Hestr Ingl Ivern Jarl Kelm Kittr Lark Lorn Marl Merr Nask Nunn Oaken Orrin Pell Pind Quar Quill Rusk Sarn Selw Tharn Tolv Ulmer Vaun Vell Whinn Wrenn Yarl Yew Zenn".split(
    " "
  );
const tails =
  "acombe arrow bydale canlow denby erfold erwick estow farrow gatewyke hoe inhythe leymoor lowick marsh mede nerby oldale onbeck orsey quay rendell ringholt scote sidelow stoke terby unceley wynde".split(
    " "
  );
const parts = [
  "Lane",
  "Road",
  "Hill",
  "Green",
  "Bridge",
  "Park",
  "Cross",
  "Brook",
  "Meadow",
  "Street",
  "Common",
  "Gate",
  "Moor",
  "View",
  "Mill",
  "Heath"
];
const saints = [
  "Orwen",
  "Tessaly",
  "Brandric",
  "Ysolde",
  "Quillan",
  "Merewen",
  "Théa",
  "Cuthfrith",
  "Aldwenna",
  "Osgyth"
];

/** Invented names, each given once. */
export interface Names {
  /** A town or an authority: “Aldorarrow”. */
  place(): string;
  /** “Aldorarrow Lane”, or “St Orwen’s” with a place. */
  school(saint: boolean): string;
  /** “Brenkwick Learning”. */
  trust(): string;
}

/** So many places make names that a country of 24,000 schools does not run out of them; a purpose has an order of its own. */
export function makeNames(seed: number, purpose: string): Names {
  const draw = draws(seed, "names", purpose);
  const places = draw.shuffle(heads.flatMap((head) => tails.map((tail) => head + tail)));
  /** Every place with one word, then every place with the next. */
  const list = function* (words: readonly string[], write: (place: string, word: string) => string): Generator<string> {
    const mixed = draw.shuffle(words);
    for (let turn = 0; turn < mixed.length; turn++)
      for (const [i, place] of places.entries()) yield write(place, mixed[(i + turn) % mixed.length]);
  };
  const schools = list(parts, (place, part) => `${place} ${part}`);
  const saintly = list(saints, (place, saint) => `St ${saint}’s, ${place},`);
  const trusts = list(["Learning", "Education", "Schools", "Teaching"], (place, what) => `${place} ${what}`);
  const alone = places.values();
  const next = (names: Iterator<string>, what: string): string => {
    const {value, done} = names.next();
    if (done) throw new Error(`no more invented names of ${what}: add to names.ts`);
    return value;
  };
  return {
    place: () => next(alone, "places"),
    school: (saint) => next(saint ? saintly : schools, "schools"),
    trust: () => next(trusts, "trusts")
  };
}

/** “Aldorarrow Lane Primary School”. A saint’s school has its place after a comma. */
export const nameWith = (name: string, partnership_type: string): string =>
  name.endsWith(",") ? name.replace(/, (.+),$/, ` ${partnership_type}, $1`) : `${name} ${partnership_type}`;
