import {expect, test, vi} from "vitest";
import type {TestModule} from "vitest/node";
import {NotChecked} from "./not-checked.ts";

/** A module of tests that were left out, each by its name under those of the groups it stands in. */
function makeModule(...skipped: readonly string[][]): TestModule {
  const module = {type: "module"};
  const tests = skipped.map((names) =>
    names.reduce<object>((parent, name, i) => ({type: i < names.length - 1 ? "suite" : "test", name, parent}), module)
  );
  const allTests = (state: string) => (state === "skipped" ? tests : []);
  return {...module, children: {allTests}} as unknown as TestModule;
}

/** What is printed at the end of a run in which these tests were left out. */
function report(...modules: readonly TestModule[]): string[] {
  const lines: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((line: string) => void lines.push(line));
  try {
    new NotChecked().onTestRunEnd(modules);
  } finally {
    log.mockRestore();
  }
  return lines;
}

test("what was left out for want of something is named with what it needs, once, with how many tests", () => {
  const register = "memberships of the real register (needs ../shared/data)";
  const packages = "names of the sample (compared with ../shared/data)";
  expect(
    report(
      makeModule([register, "has each trust once"], [register, "a part", "names the members"]),
      makeModule(["the sample", packages], ["pages (skipped: no browser here; set CHROMIUM to one)", "are drawn"])
    )
  ).toEqual([
    "Not checked here:",
    `  ${register}, 2 tests`,
    `  ${packages}`,
    "  pages (skipped: no browser here; set CHROMIUM to one)",
    ""
  ]);
});

test("the outermost name that says a need is the one that is printed", () => {
  expect(report(makeModule(["all (needs R)", "some (needs a browser)"]))[1]).toBe("  all (needs R)");
});

test("where nothing was left out, or only because others were asked for by name, nothing is printed", () => {
  expect(report(makeModule())).toEqual([]);
  expect(report(makeModule(["a test that nobody asked for"]))).toEqual([]);
});
