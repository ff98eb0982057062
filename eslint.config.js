import js from "@eslint/js";
import {defineConfig, globalIgnores} from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  globalIgnores(["dist", "dist-library", "data", "dashboards/.observablehq", "src/analysis/kernels/assembly"]),
  js.configs.recommended,
  tseslint.configs.strict,
  {
    files: ["**/*.ts"],
    languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
    rules: {"@typescript-eslint/no-unnecessary-type-assertion": "error"}
  },
  {
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      "no-console": ["error", {allow: ["log", "error"]}],
      eqeqeq: ["error", "always", {null: "ignore"}]
    }
  }
);
