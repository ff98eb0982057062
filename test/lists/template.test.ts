import {describe, expect, test} from "vitest";
import {memberColumns, partnershipColumns} from "../../src/lists/columns.ts";
import {template} from "../../src/lists/template.ts";
import {listedPartnershipTypes} from "../../src/lists/vocabulary.ts";
import {plantedTypes} from "../../pipelines/synthetic-england/planted-types.ts";
import {brief, check} from "./made-lists.ts";

describe("template(columns)", () => {
  test("has nothing wrong with it but that its invented row must go", () => {
    const {problems} = check(template(memberColumns), {partnerships: template(partnershipColumns)});
    expect(problems.map(brief)).toEqual(["2 row example_row stops", "2 row example_row stops"]);
  });

  test("has the columns of the contract in their order", () => {
    expect(template(memberColumns).split("\n")[0]).toBe(
      "partnership_id,partnership_name,partnership_kind,urn,role,from_date,to_date,date_precision,cost_per_year," +
        "source_url,source_date,evidence,note"
    );
  });
});

test("a list may name every kind that the synthetic England has", () => {
  expect(plantedTypes.filter((partnership_type) => !listedPartnershipTypes.includes(partnership_type))).toEqual([]);
});
