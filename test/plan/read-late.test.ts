import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import ts from "typescript";
import {expect, test} from "vitest";

const files = ["src", "pipelines"].flatMap((folder) =>
  readdirSync(folder, {recursive: true})
    .map((path) => join(folder, String(path)))
    // Validation runs under the project’s own plan alone.
    .filter(
      (path) =>
        path.endsWith(".ts") &&
        !path.startsWith(join("pipelines", "validation")) &&
        readFileSync(path, "utf8").includes("design.ts")
    )
);

/** Lines on which a module reads the plan as it loads: outside every function and every type. */
function readsAtLoad(path: string): number[] {
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  const lines: number[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isTypeNode(node) || ts.isTypeAliasDeclaration(node)) return;
    if (ts.isImportDeclaration(node)) return;
    if (ts.isIdentifier(node) && node.text === "design" && ts.isPropertyAccessExpression(node.parent)) {
      lines.push(source.getLineAndCharacterOfPosition(node.getStart()).line + 1);
    }
    ts.forEachChild(node, visit);
  };
  if (/import \{[^}]*\bdesign\b[^}]*\} from "[^"]*design\.ts"/.test(source.text)) visit(source);
  return lines;
}

test.each(files)("%s reads the plan when it runs, so that another may be put in force", (path) => {
  expect(readsAtLoad(path)).toEqual([]);
});
