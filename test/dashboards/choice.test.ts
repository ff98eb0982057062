import {expect, test} from "vitest";
import {answering, choiceOf, onScale, scalesFor} from "../../dashboards/components/choice.ts";
import {rateRows} from "../../dashboards/components/rate-rows.ts";
import {csv} from "../../dashboards/components/table.ts";
import {comparison, figure} from "./made-up.ts";

const sure = figure(1, 0.5, 1.5);
const comparisons = [
  comparison(null, {measure: "absence"}),
  comparison(sure, {role: "supporter"}),
  comparison(sure),
  comparison(sure, {scale: "bridged", segment: null}),
  comparison(sure, {phase: "secondary", scale: "bridged", segment: null})
];

test("a choice is answered role by role, in one order and on one scale", () => {
  expect(answering(comparisons, choiceOf(comparisons[1]!)).map(({role}) => role)).toEqual(["supported", "supporter"]);
});

test("a choice moves to a scale that has an answer", () => {
  const choice = choiceOf(comparisons[2]!);
  expect(scalesFor(comparisons, choice)).toEqual(["native-0", "bridged"]);
  expect(onScale(comparisons, {...choice, phase: "secondary"}).scale).toBe("bridged");
  expect(onScale(comparisons, {...choice, phase: "special"}).scale).toBe("native");
});

test("all schools have one row where they changed alike for every role, and a row each where not", () => {
  const all = (value: number) => ({group: "all" as const, before: null, after: figure(value), naive: null});
  const made = (role: "supported" | "supporter", value: number) => {
    const plain = comparison(sure, {role});
    return {...plain, rates: [...plain.rates, all(value)]};
  };
  const names = (second: number) => rateRows([made("supported", 1), made("supporter", second)]).map(({name}) => name);
  const [supported, supporter] = ["Supported schools", "Supporter schools"];
  const similar = ["Similar to supported schools", "Similar to supporter schools"];
  expect(names(1)).toEqual([supported, similar[0], supporter, similar[1], "All schools"]);
  expect(names(2)).toEqual([supported, similar[0], "All schools", supporter, similar[1], "All schools"]);
});

test("a spreadsheet is given numbers, and no text that it would run", () => {
  const columns = [
    {name: "School, name", show: (d: {name: string; value: number}) => d.name},
    {name: "Value", show: () => "−0.4", raw: (d: {value: number}) => d.value}
  ];
  const rows = [
    {name: "=1+1", value: -0.41},
    {name: 'St “A”, "B"', value: 2}
  ];
  expect(csv(rows, columns)).toBe('"School, name",Value\r\n\'=1+1,-0.41\r\n"St “A”, ""B""",2\r\n');
});
