import type {Reporter, TestCase, TestModule, TestSuite} from "vitest/node";

/** Says at the end of a run which tests were left out because of what is not on this machine, each with what it needs. */
export class NotChecked implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const named = modules.flatMap((module) => [...module.children.allTests("skipped")].map(nameNeed));
    const counts = new Map<string, number>();
    for (const name of named) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
    if (counts.size === 0) return;
    console.log("Not checked here:");
    for (const [name, tests] of counts) console.log(`  ${name}${tests > 1 ? `, ${tests} tests` : ""}`);
    console.log("");
  }
}

/** The outermost name that says what a test needs; null where none does, as where another was asked for by name. */
function nameNeed(test: TestCase): string | null {
  const names: string[] = [test.name];
  for (let at: TestSuite | TestModule = test.parent; at.type === "suite"; at = at.parent) names.unshift(at.name);
  return names.find((name) => /\((needs|compared with|skipped:) /.test(name)) ?? null;
}
