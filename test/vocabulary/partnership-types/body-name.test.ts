import {describe, expect, test} from "vitest";
import {
  coreBodyName,
  isRemark,
  plainBodyName,
  titleBodyName
} from "../../../src/vocabulary/partnership-types/body-name.ts";

describe("titleBodyName(name)", () => {
  test.each([
    ["HARRIS FEDERATION", "Harris Federation"],
    ["THE GORSE ACADEMIES TRUST", "The GORSE Academies Trust"],
    ["ST HILDA’S CATHOLIC ACADEMY TRUST", "St Hilda’s Catholic Academy Trust"],
    ["OUR LADY OF THE MAGNIFICAT MULTI-ACADEMY COMPANY", "Our Lady of the Magnificat Multi-Academy Company"],
    ["POPE JOHN XXIII CATHOLIC MULTI ACADEMY COMPANY", "Pope John XXIII Catholic Multi Academy Company"],
    ["AMEY (UK) LTD", "Amey (UK) Ltd"],
    ["DRB  IGNITE", "DRB Ignite"],
    ["L.E.A.D. ACADEMY TRUST", "L.E.A.D. Academy Trust"],
    ["5 DIMENSIONS TRUST", "5 Dimensions Trust"]
  ])("%s is %s", (name, title) => expect(titleBodyName(name)).toBe(title));

  test("leaves what is not in capitals throughout as it is printed", () => {
    expect(titleBodyName("drb Ignite  Limited")).toBe("drb Ignite Limited");
  });
});

describe("titleBodyName(name) of a name that lost its apostrophe", () => {
  test.each([
    ["Prince Henry?s Collaborative Learning Trust", "Prince Henry’s Collaborative Learning Trust"],
    ["Schools? Federation", "Schools’ Federation"]
  ])("%s is %s", (name, title) => expect(titleBodyName(name)).toBe(title));
});

describe("coreBodyName(name)", () => {
  test.each([
    ["The John Paul II MAC (Sutton Coldfield)", "JOHN PAUL II MULTI-ACADEMY"],
    ["The White Hills Park Trust (WHP)", "THE WHITE HILLS PARK FEDERATION TRUST"],
    ["Tithe Academy Trust", "TITHE MULTI ACADEMY TRUST LTD"]
  ])("%s and %s are alike", (a, b) => expect(coreBodyName(a)).toBe(coreBodyName(b)));

  test.each([
    "University of Brighton",
    "Diocese of Salisbury",
    "Kennet School",
    "Warrington Collegiate",
    "David Meller",
    "The Academy Trust"
  ])("%s has none", (name) => expect(coreBodyName(name)).toBe(""));
});

test("a remark in place of a name is known", () => {
  expect(isRemark("This is a co-sponsored academy. Details are not included")).toBe(true);
  expect(isRemark("Thistle Academy Trust")).toBe(false);
});

describe("plainBodyName(name)", () => {
  test.each([
    ["HARRIS FEDERATION", "Harris Federation"],
    ["Ascent Academies? Trust", "ASCENT ACADEMIES’ TRUST"],
    ["Academies Enterprise Trust (AET)", "ACADEMIES ENTERPRISE TRUST"],
    ["Bourne & Bourne Ltd", "The Bourne and Bourne"],
    ["John Taylor MAT", "JOHN TAYLOR MULTI-ACADEMY TRUST"]
  ])("%s and %s are one", (a, b) => expect(plainBodyName(a)).toBe(plainBodyName(b)));

  test("keeps bodies of other names apart", () => {
    expect(plainBodyName("Aspire Academies Trust")).not.toBe(plainBodyName("ASPIRE Academy Trust"));
  });
});
