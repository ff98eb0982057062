import {SaxesParser} from "saxes";

/** How cells of each style are to be read: the numbers of Excel’s styles that show a date, or a percentage. */
export interface Styles {
  dates: ReadonlySet<number>;
  percentages: ReadonlySet<number>;
  /** Whether days count from 1904, as workbooks from old Macintoshes do. */
  from1904: boolean;
}

/** What the small parts of a workbook say. */
export interface Parts {
  /** Sheet name → path in the archive, in the order of the tabs, hidden ones last; null where the workbook does not say. */
  sheets: ReadonlyMap<string, string | null>;
  /** The names of those that are hidden. */
  hidden: ReadonlySet<string>;
  /** The texts that cells share. */
  shared: readonly string[];
  styles: Styles;
}

type Read = (path: string) => AsyncGenerator<string>;

/** The sheets, shared texts and styles of a workbook; null if there is none in the archive. */
export async function readParts(read: Read): Promise<Parts | null> {
  const found: {name: string; id: string; hidden: boolean}[] = [];
  let from1904 = false;
  await walk(read("xl/workbook.xml"), {
    open(name, attributes) {
      if (name === "workbookPr") from1904 = ["1", "true"].includes(attributes["date1904"] ?? "");
      if (name !== "sheet") return;
      const hidden = (attributes["state"] ?? "visible") !== "visible";
      found.push({name: attributes["name"] ?? "", id: findRelation(attributes), hidden});
    }
  });
  if (found.length === 0) return null;
  const twice = found.find(({name}, i) => found.findIndex((other) => other.name === name) < i);
  if (twice) throw new Error(`two sheets are called ${twice.name}`);
  const paths = new Map<string, string>();
  await walk(read("xl/_rels/workbook.xml.rels"), {
    open(name, {Id = "", Target = ""}) {
      if (name === "Relationship") paths.set(Id, Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`);
    }
  });
  return {
    sheets: new Map(
      found.sort((a, b) => Number(a.hidden) - Number(b.hidden)).map(({name, id}) => [name, paths.get(id) ?? null])
    ),
    hidden: new Set(found.filter(({hidden}) => hidden).map(({name}) => name)),
    shared: await readShared(read),
    styles: {...(await readStyles(read)), from1904}
  };
}

async function readShared(read: Read): Promise<string[]> {
  const shared: string[] = [];
  let text = "";
  let spoken = 0; // how to pronounce a text is no part of it
  await walk(read("xl/sharedStrings.xml"), {
    open(name) {
      if (name === "si") text = "";
      if (name === "rPh") spoken++;
    },
    text: (within, piece) => {
      if (within === "t" && !spoken) text += piece;
    },
    close(name) {
      if (name === "rPh") spoken--;
      if (name === "si") shared.push(text);
    }
  });
  return shared;
}

/** Numbers of Excel’s own formats that show a date (14 to 22, 45 to 47) or a percentage (9, 10). */
const builtIn = {dates: [14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47], percentages: [9, 10]};

async function readStyles(read: Read): Promise<Pick<Styles, "dates" | "percentages">> {
  const dates = new Set(builtIn.dates);
  const percentages = new Set(builtIn.percentages);
  const formats: number[] = [];
  let within = "";
  await walk(read("xl/styles.xml"), {
    open(name, {numFmtId, formatCode = ""}) {
      if (name === "numFmts" || name === "cellXfs" || name === "cellStyleXfs") within = name;
      if (name === "numFmt") {
        const shown = formatCode.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "");
        if (/[ymdhs]/i.test(shown)) dates.add(Number(numFmtId));
        else if (shown.includes("%")) percentages.add(Number(numFmtId));
      }
      if (name === "xf" && within === "cellXfs") formats.push(Number(numFmtId));
    }
  });
  const withFormat = (of: ReadonlySet<number>) => new Set([...formats.keys()].filter((i) => of.has(formats[i])));
  return {dates: withFormat(dates), percentages: withFormat(percentages)};
}

/** “r:id”, whatever the prefix. */
const findRelation = (attributes: Record<string, string>): string =>
  Object.entries(attributes).find(([name]) => name.endsWith(":id"))?.[1] ?? "";

interface Visitor {
  open?(name: string, attributes: Record<string, string>): void;
  /** A piece of the text inside an element. */
  text?(within: string, piece: string): void;
  close?(name: string): void;
}

/** A parser of XML that distinguishes elements by their names without prefix. */
export function makeParser({open, text, close}: Visitor): SaxesParser {
  const parser = new SaxesParser({position: false});
  const path: string[] = [];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({name, attributes}) => {
    const local = localName(name);
    path.push(local);
    open?.(local, attributes as Record<string, string>);
  });
  if (text) {
    const take = (piece: string) => text(path.at(-1) ?? "", piece);
    parser.on("text", take);
    parser.on("cdata", take);
  }
  parser.on("closetag", ({name}) => {
    path.pop();
    close?.(localName(name));
  });
  return parser;
}

const localName = (name: string): string => (name.includes(":") ? name.slice(name.indexOf(":") + 1) : name);

async function walk(chunks: AsyncGenerator<string>, visitor: Visitor): Promise<void> {
  const parser = makeParser(visitor);
  let some = false;
  for await (const chunk of chunks) {
    parser.write(chunk);
    some ||= chunk !== "";
  }
  if (some) parser.close();
}
