import {afterEach, describe, expect, test, vi} from "vitest";
import {
  forgetList,
  keepList,
  keepsAnother,
  keepTyped,
  keptList,
  nameOwnList,
  readTyped
} from "../../dashboards/components/your-schools/kept-list.ts";
import {shareList} from "../../src/your-schools/share.ts";

const list = {
  name: "Ours",
  partnership_type: "federation",
  schools: [{urn: 100001, role: "member" as const, joined: null}]
};

/** A browser with this after the # of its address, and this memory. */
function pretend(hash: string, memory: unknown): void {
  vi.stubGlobal("location", {hash});
  vi.stubGlobal("localStorage", memory);
}

const holding = (text: string) => ({getItem: () => text});
const failing = (name: string) => {
  const fail = () => {
    throw new DOMException("no", name);
  };
  return {getItem: fail, setItem: fail, removeItem: fail};
};

afterEach(() => vi.unstubAllGlobals());

describe("the list of this browser", () => {
  test("is that of the address before the one that was kept, also where it was damaged", () => {
    pretend("#name=A&partnership_type=federation&schools=1000", holding(shareList(list)));
    expect(keptList()).toEqual({list: null, problem: expect.stringContaining("cannot be read")});
    pretend("#a-heading", holding(shareList(list)));
    expect(keptList()).toEqual({list, problem: null});
  });

  test.each(["SecurityError", "QuotaExceededError"])("is none, and nobody is stopped, at a %s", (name) => {
    pretend("", failing(name));
    expect(keptList()).toEqual({list: null, problem: null});
    expect(keepList(list)).toBe(false);
    expect(keepTyped("x", {did: "", met: {}})).toBe(false);
    expect(readTyped("x")).toEqual({did: "", met: {}});
  });
});

test.each(["null", "5", "[]", '"text"', "{", '{"did":{},"met":5}', '{"did":null,"met":null}', '{"met":{"a":"yes"}}'])(
  "what was typed is nothing where %s is kept of it",
  (text) => {
    pretend("", holding(text));
    expect(readTyped("x")).toEqual({did: "", met: {}});
  }
);

test("what was typed in the pack of one list is not shown in that of another, and all of it is forgotten", () => {
  const memory: Record<string, string> = {};
  Object.defineProperties(memory, {
    getItem: {value: (name: string) => memory[name] ?? null},
    setItem: {value: (name: string, text: string) => (memory[name] = text)},
    removeItem: {value: (name: string) => Reflect.deleteProperty(memory, name)}
  });
  pretend("", memory);
  vi.stubGlobal("history", {replaceState: () => undefined});
  keepList(list);
  keepTyped(nameOwnList("One"), {did: "this", met: {}});
  expect(readTyped(nameOwnList("Two")).did).toBe("");
  expect(readTyped(nameOwnList("One")).did).toBe("this");
  forgetList();
  expect(Object.keys(memory)).toEqual([]);
});

test("a list that came with the address leaves the one of this browser where it is, also when it is forgotten", () => {
  const others = shareList({...list, name: "Theirs"});
  const memory = new Map<string, string>();
  const storage = {
    getItem: (name: string) => memory.get(name) ?? null,
    setItem: (name: string, text: string) => void memory.set(name, text),
    removeItem: (name: string) => memory.delete(name)
  };
  pretend(`#${others}`, storage);
  vi.stubGlobal("history", {replaceState: () => undefined});
  expect(keepsAnother()).toBe(false);
  keepList(list);
  expect(keepsAnother()).toBe(true);
  expect(forgetList()).toBe(true);
  expect([...memory.values()]).toEqual([shareList(list)]);
  pretend(`#${shareList(list)}`, storage);
  expect(keepsAnother()).toBe(false);
  pretend("#name=cut", storage);
  expect(keepsAnother()).toBe(false);
});
