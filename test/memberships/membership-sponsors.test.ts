import {describe, expect, test} from "vitest";
import {writeLinks, memberships} from "../support/group-links.ts";
import {makeIdentityFile} from "../../pipelines/schools/identity.ts";
import {makeWarehouse, ranUpTo} from "../support/make-warehouse.ts";

describe("a sponsor of the register", () => {
  const sponsor = "School sponsor";
  const type = "Academy sponsor led";

  test("is counted, with those that are a trust and those that are none", async () => {
    const joined = "01-09-2014";
    const {warehouse} = await ranUpTo(
      writeLinks(
        "20220831",
        {urn: 900001, name: "ASH TRUST", joined, type},
        {urn: 900001, group: 7002, name: "The Ash Trust Ltd", partnership_type: sponsor, joined, type},
        {urn: 900001, group: 7003, name: "University of Mere", partnership_type: sponsor, joined, type}
      ),
      "checks"
    );
    expect((await makeIdentityFile(warehouse)).sponsors).toEqual({all: 2, trusts: 1, outside: 1});
  });

  test("of a trust’s name is that trust: no second membership", async () => {
    const found = await memberships(
      writeLinks(
        "20220831",
        {urn: 900001, name: "ASH TRUST", joined: "01-09-2014", type},
        {urn: 900001, group: 7002, name: "The Ash Trust Ltd", partnership_type: sponsor, joined: "01-09-2010", type}
      )
    );
    expect(found).toMatchObject([
      {
        partnership_type: "multi_academy_trust",
        partnership: "7001",
        partnership_name: "Ash Trust",
        joined: "2014-09-01",
        sponsor: null
      }
    ]);
  });

  test("of a trust’s company is that trust, whatever its name", async () => {
    const query = await makeWarehouse(
      writeLinks(
        "20220831",
        {urn: 900001, name: "ASH TRUST", peers: "07000001", joined: "01-09-2014", type},
        {
          urn: 900001,
          group: 7002,
          name: "Elm Foundation",
          peers: "7000001",
          partnership_type: sponsor,
          joined: "01-09-2014",
          type
        }
      ),
      "membership"
    );
    expect(
      await query(
        "select partnership, name, sponsors, sponsors_evidence, former_names from partnership where partnership_type = 'multi_academy_trust'"
      )
    ).toMatchObject([
      {
        partnership: "7001",
        name: "Ash Trust",
        sponsors: true,
        sponsors_evidence: "sponsor 7002 of the register, by its company",
        former_names: ["Elm Foundation"]
      }
    ]);
  });

  test("of a trust’s name in other words for a trust is that trust where it has an academy of it", async () => {
    const links = (urn: number) =>
      writeLinks(
        "20220831",
        {urn: 900001, name: "JOHN PAUL II MULTI-ACADEMY", joined: "01-09-2014", type},
        {
          urn,
          group: 7002,
          name: "The John Paul II MAC (Sutton Coldfield)",
          partnership_type: sponsor,
          joined: "01-09-2014",
          type
        }
      );
    const twins = `select partnership, twin_by from group_body where partnership_type = 'sponsor'`;
    const query = await makeWarehouse(links(900001), "membership");
    expect(await query(twins)).toEqual([{partnership: "7001", twin_by: "name and its academies"}]);
    const apart = await makeWarehouse(links(900002), "membership");
    expect(await apart(twins)).toEqual([{partnership: null, twin_by: null}]);
  });

  test("that is a remark is nobody", async () => {
    const remark = "This is a co-sponsored academy. Details of the sponsors are not included";
    const found = await memberships(
      writeLinks(
        "20220831",
        {urn: 900001, name: "ASH TRUST", joined: "01-09-2014", type},
        {urn: 900001, group: 7002, name: remark, partnership_type: sponsor, joined: "01-09-2014", type}
      )
    );
    expect(found).toMatchObject([{partnership: "7001", sponsor: null}]);
  });

  test("that is no trust has no page; its academy is in its own trust, sponsored by it", async () => {
    const found = await memberships(
      writeLinks(
        "20220831",
        {urn: 900001, name: "ASH TRUST", partnership_type: "Single-academy trust", joined: "01-09-2014", type},
        {urn: 900001, group: 7002, name: "Elm Foundation", partnership_type: sponsor, joined: "01-09-2014", type}
      )
    );
    expect(found).toMatchObject([
      {partnership_type: "single_academy_trust", partnership: "7001", sponsor: "Elm Foundation"}
    ]);
  });

  test("gives the day of joining where the trust’s is none", async () => {
    const found = await memberships(
      writeLinks(
        "20220831",
        {urn: 900001, name: "ASH TRUST", joined: "01-01-1900", type},
        {urn: 900001, group: 7002, name: "Ash Trust", partnership_type: sponsor, joined: "01-09-2010", type}
      )
    );
    expect(found).toMatchObject([{joined: "2010-09-01", no_date: null}]);
  });
});
