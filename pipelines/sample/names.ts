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
  const schools = draw.shuffle(places.flatMap((place) => parts.map((part) => `${place} ${part}`)));
  const saintly = draw.shuffle(saints.flatMap((saint) => places.map((place) => `St ${saint}’s, ${place},`)));
  const trusts = draw.shuffle(
    ["Learning", "Education", "Schools"].flatMap((what) => places.map((place) => `${place} ${what}`))
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
