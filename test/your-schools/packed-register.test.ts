import {expect, test} from "vitest";
import {packRegister, unpackRegister} from "../../src/your-schools/packed-register.ts";

/** A school that closed and went on under another number, one that no dates are known of, one in the register of dates alone. */
const schools = {
  urn: [100200, 100100, 100150],
  id: [100200, 100200, 100150],
  name: ["Alder “B” Academy", "Alder School", "Birch School"],
  authority: ["Bradford", "Bradford", ""],
  laestab: ["3804001", "", "2100012"]
};
const dates = {
  urn: [100100, 100199, 100200],
  opened: [null, "2001-09-01", "2016-09-01"],
  closed: ["2016-08-31", null, null],
  la_code: ["380", "380", "380"],
  successors: ["100200 100300", "", ""]
};

test("a register comes out as it went in, in the order of URNs", () => {
  const packed: unknown = JSON.parse(JSON.stringify(packRegister(schools, dates)));
  const common = {status: "Open", open_date: null, close_date: null, successors: []};
  expect(unpackRegister(packed as ReturnType<typeof packRegister>)).toEqual([
    {
      ...common,
      urn: 100100,
      id: 100200,
      name: "Alder School",
      la_code: "380",
      la_name: "Bradford",
      establishment_number: "",
      status: "Closed",
      close_date: "2016-08-31",
      successors: [100200, 100300]
    },
    {
      ...common,
      urn: 100150,
      id: 100150,
      name: "Birch School",
      la_code: "210",
      la_name: "",
      establishment_number: "0012"
    },
    {
      ...common,
      urn: 100200,
      id: 100200,
      name: "Alder “B” Academy",
      la_code: "380",
      la_name: "Bradford",
      establishment_number: "4001",
      open_date: "2016-09-01"
    }
  ]);
});

test("a name with a line break is refused, since all after it would be other schools’", () => {
  const broken = {...schools, name: ["Alder\nAcademy", "Alder School", "Birch School"]};
  expect(() => packRegister(broken, dates)).toThrow("has a line break");
});
