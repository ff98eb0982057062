import {expect, test} from "vitest";
import {HOW, INTRO} from "../../dashboards/components/your-schools/pack-words.ts";
import {grade, sentences, words} from "../support/reading-age.ts";

test.each([...HOW, ...Object.values(INTRO)])("%s", (text) => {
  for (const sentence of sentences(text)) expect(words(sentence).length, sentence).toBeLessThanOrEqual(25);
});

test("how it was worked out reads at grade 8 or below, and so does what stands above each part", () => {
  expect(grade(HOW.join(" "))).toBeLessThanOrEqual(8);
  expect(grade(Object.values(INTRO).join(" "))).toBeLessThanOrEqual(8);
});
