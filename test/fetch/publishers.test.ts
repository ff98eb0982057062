import {describe, expect, test} from "vitest";
import {publisherAddress, publishers} from "../../pipelines/fetch/publishers.ts";

describe("publisherAddress(address)", () => {
  test("is the address of a publisher’s host, over https", () => {
    expect(publisherAddress("https://www.gov.uk/a", publishers).host).toBe("www.gov.uk");
  });

  test.each([
    ["another host", "https://example.org/a", "no publisher’s"],
    ["a host whose name only ends like one", "https://evil-www.gov.uk/a", "no publisher’s"],
    ["a host below a publisher’s", "https://www.gov.uk.example.org/a", "no publisher’s"],
    ["another port", "https://www.gov.uk:8443/a", "no publisher’s"],
    ["http", "http://www.gov.uk/a", "not https"],
    ["a file", "file:///etc/passwd", "no publisher’s"],
    ["a password", "https://me:secret@www.gov.uk/a", "a name or password"],
    ["no address", "www.gov.uk/a", "no address"]
  ])("refuses %s", (_, address, problem) => {
    expect(() => publisherAddress(address, publishers)).toThrow(problem);
  });

  test("says which address led there", () => {
    expect(() => publisherAddress("http://a.b/", publishers, "https://www.gov.uk/x")).toThrow(
      "https://www.gov.uk/x leads to a.b, which is no publisher’s"
    );
  });
});

describe("the publishers", () => {
  test("are asked over https, all of them, at hosts that may answer", () => {
    const {hosts, without_https, resuming, ...services} = publishers;
    const refused = Object.values(services).filter((base) => !hosts.includes(publisherAddress(base, publishers).host));
    expect([refused, without_https, resuming.filter((host) => !hosts.includes(host))]).toEqual([[], [], []]);
  });
});
