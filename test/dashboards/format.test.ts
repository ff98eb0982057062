import fc from "fast-check";
import {expect, test} from "vitest";
import {
  academicYear,
  academicYears,
  capital,
  count,
  counted,
  digitsFor,
  chooseDigits,
  listed,
  number,
  range,
  signed,
  small,
  span
} from "../../dashboards/components/ui/format.ts";
import {effect} from "./example-result.ts";

test("minus signs are true ones, and zero has no sign", () => {
  expect([number(-1234.56, 1), number(-0.04, 1), number(0, 0)]).toEqual(["−1,234.6", "0.0", "0"]);
  expect([signed(1.94, 1), signed(-0.4, 1), signed(0.04, 1), signed(-0.04, 1)]).toEqual(["+1.9", "−0.4", "0.0", "0.0"]);
});

test("a signed number never loses its sign or its size", () => {
  fc.assert(
    fc.property(fc.double({min: -1e6, max: 1e6, noNaN: true}), fc.integer({min: 0, max: 3}), (value, digits) => {
      const read = Number(signed(value, digits).replace("−", "-").replaceAll(",", ""));
      expect(Math.abs(read - value)).toBeLessThanOrEqual(0.5 * 10 ** -digits * (1 + 1e-6));
      expect(signed(value, digits)).not.toContain("-");
    })
  );
});

test("ranges say “to”, counts have commas and years are academic", () => {
  expect(range(-0.4, 1.25, 1)).toBe("−0.4 to 1.3");
  expect([count(16204), counted(1, "school"), counted(2, "school")]).toEqual(["16,204", "1 school", "2 schools"]);
  expect([academicYears(2011, 2013), academicYears(2014, 2014), academicYears(2023, null)]).toEqual([
    "2010/11 to 2012/13",
    "2013/14",
    "from 2022/23"
  ]);
  expect([academicYear(2019), academicYear(2000), academicYear(2010)]).toEqual(["2018/19", "1999/00", "2009/10"]);
});

test("a range says “to”, and is one number where both estimates print alike", () => {
  expect([span({from: 0.9, to: 2.6}, 1), span({from: -0.42, to: -0.38}, 1)]).toEqual(["+0.9 to +2.6", "−0.4"]);
});

test("decimals are added only where a clear effect would be printed as zero", () => {
  const decimals = (value: number, half: number) => chooseDigits(effect(value, half), 1);
  expect([decimals(0.4, 0.2), decimals(0.04, 0.02), decimals(-0.004, 0.002), decimals(0.04, 0.2)]).toEqual([
    1, 2, 3, 1
  ]);
  expect(digitsFor([], 0)).toBe(0);
});

test("a limit that would print as zero is told to lie beside it", () => {
  expect([range(0.04, 5.6, 1), range(-5.6, -0.04, 1), range(0, 5.6, 1)]).toEqual([
    "just above 0 to 5.6",
    "−5.6 to just below 0",
    "0.0 to 5.6"
  ]);
});

test("words are joined and begin as they should", () => {
  expect([listed([]), listed(["a"]), listed(["a", "b", "c"])]).toEqual(["", "a", "a, b and c"]);
  expect([capital("share of pupils"), small("Multi-academy trusts")]).toEqual([
    "Share of pupils",
    "multi-academy trusts"
  ]);
  expect([small("Attainment 8"), small("EBacc entry")]).toEqual(["Attainment 8", "EBacc entry"]);
});
