import {draws} from "./draw.ts";

const places =
  "Alderwyke Brackholt Caldermoor Dunnerby Ellanfold Fennerley Garrowick Hestercote Ivelow Jarrowmere Kelderby Lornwick Marlhythe Netherquay Orrinside Pellowby Quarrenden Rosterley Selwynde Tharnby Ulmerside Vedbrook Whinmarsh Yarlescombe Ashgarrow Birchanlow Corvenby Dellowick Eskerfold Farrowmede Gildersey Harkendale Inglewyke Kitterby Larkenhoe Mossgarth Nunnerley Oakenhythe Pinderlow Quillford Rushenby Sorrelwick Tansowe Uskerley Vaunceby Wrenholt Yewdale".split(
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
  "View"
];
const saints = ["Orwen", "Tessaly", "Brandric", "Ysolde", "Quillan", "Merewen", "Théa", "Cuthfrith"];

/** Made-up names, each given once. */
export interface Names {
  /** “Alderwyke Lane”, or “St Orwen’s” with a place. */
  school(saint: boolean): string;
  /** “Brackholt Learning”. */
  trust(): string;
}

export function inventNames(seed: number): Names {
  const draw = draws(seed, "names");
  /** Every combination once in random order, then again with each word before the place. */
  const list = (before: readonly string[], after: readonly string[], write: (place: string, word: string) => string) =>
    before
      .flatMap((first) => draw.shuffle(places.flatMap((place) => after.map((word) => write(first + place, word)))))
      .reverse();
  const schools = list(["", "Upper ", "Lower ", "Great ", "Little "], parts, (place, part) => `${place} ${part}`);
  const saintly = list(["", "Upper ", "Lower "], saints, (place, saint) => `St ${saint}’s, ${place},`);
  const trusts = list(
    ["", "Upper ", "Lower ", "Great "],
    ["Learning", "Education", "Schools"],
    (place, what) => `${place} ${what}`
  );
  const next = (names: string[], what: string) => {
    const name = names.pop();
    if (!name) throw new Error(`no more made-up names of ${what}: add to names.ts`);
    return name;
  };
  return {
    school: (saint) => next(saint ? saintly : schools, "schools"),
    trust: () => next(trusts, "trusts")
  };
}

/** “Alderwyke Lane Primary School”. A saint’s school has its place after a comma. */
export const nameWith = (name: string, kind: string): string =>
  name.endsWith(",") ? name.replace(/, (.+),$/, ` ${kind}, $1`) : `${name} ${kind}`;
