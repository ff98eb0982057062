import {expect, test} from "vitest";
import {csv} from "../../dashboards/components/ui/table.ts";

test("a spreadsheet is given numbers, and no text that it would run, and knows how its letters are written", () => {
  const columns = [
    {name: "School, name", show: (d: {name: string; value: number}) => d.name},
    {name: "Value", show: () => "−0.4", raw: (d: {value: number}) => d.value}
  ];
  const rows = [
    {name: "=1+1", value: -0.41},
    {name: 'St “A”, "B"', value: 2}
  ];
  expect(csv(rows, columns)).toBe('\uFEFF"School, name",Value\r\n\'=1+1,-0.41\r\n"St “A”, ""B""",2\r\n');
});
