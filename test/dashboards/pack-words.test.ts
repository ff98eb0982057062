import {expect, test} from "vitest";
import {firstListed, sayFirst, HOW, INTRO} from "../../dashboards/components/your-schools/pack-words.ts";
import {grade, sentences, words} from "../support/reading-age.ts";

const FIRST = [sayFirst(150, 2686), firstListed(150, 3431)];

test.each([...HOW, ...Object.values(INTRO), ...FIRST])("%s", (text) => {
  for (const sentence of sentences(text)) expect(words(sentence).length, sentence).toBeLessThanOrEqual(25);
});

test("how it was worked out reads at grade 8 or below, and so does what stands above each part", () => {
  expect(grade(HOW.join(" "))).toBeLessThanOrEqual(8);
  expect(grade(Object.values(INTRO).join(" "))).toBeLessThanOrEqual(8);
});

test("numbers of a large body have their thousands apart", () => {
  expect(FIRST.join(" ")).toContain("The first 150 of 2,686 schools stand here");
});
