import {UserError} from "../../src/library/errors.ts";

/** Where each publisher's service is, and which hosts may answer for them. */
export interface Publishers {
  performance_tables: string;
  statistics_api: string;
  statistics_content: string;
  statistics_catalogue: string;
  register: string;
  finance_workbooks: string;
  govuk: string;
  /** Hosts a request or a redirect may go to, with a port where it is not the usual one. */
  hosts: readonly string[];
  /** Hosts that send the rest of a file that broke off; all others pack files for the way. */
  resuming: readonly string[];
  /** Origins that may be asked without https: a test's own server, never a publisher. */
  without_https: readonly string[];
}

/** The publishers' services, as they were last seen: the one place to change when one of them moves. */
export const publishers: Publishers = {
  performance_tables: "https://www.compare-school-performance.service.gov.uk",
  statistics_api: "https://api.education.gov.uk/statistics",
  statistics_content: "https://content.explore-education-statistics.service.gov.uk/api",
  statistics_catalogue: "https://explore-education-statistics.service.gov.uk",
  register: "https://ea-edubase-api-prod.azurewebsites.net/edubase/downloads/public",
  finance_workbooks: "https://financial-benchmarking-and-insights-tool.education.gov.uk/files",
  govuk: "https://www.gov.uk",
  hosts: [
    "www.compare-school-performance.service.gov.uk",
    "www.find-school-performance-data.service.gov.uk",
    "api.education.gov.uk",
    "content.explore-education-statistics.service.gov.uk",
    "explore-education-statistics.service.gov.uk",
    "ea-edubase-api-prod.azurewebsites.net",
    "ea-edubase-backend-prod.azurewebsites.net",
    "get-information-schools.service.gov.uk",
    "financial-benchmarking-and-insights-tool.education.gov.uk",
    "www.gov.uk",
    "assets.publishing.service.gov.uk"
  ],
  resuming: ["financial-benchmarking-and-insights-tool.education.gov.uk", "assets.publishing.service.gov.uk"],
  without_https: []
};

/**
 * An address that may be asked. Throws a UserError if it is not a publisher's,
 * carries a password, or is not https; `via` is the address that led there.
 */
export function publisherAddress(address: string, {hosts, without_https}: Publishers, via?: string): URL {
  const led = via ? `${via} leads to ` : "";
  const fix = "do not fetch this; get the file by hand from the publisher’s page, and look at where it comes from";
  if (!URL.canParse(address)) throw new UserError(`${led}${address}, which is no address`, {fix});
  const url = new URL(address);
  if (url.username || url.password) throw new UserError(`${led}${url.host} with a name or password`, {fix});
  if (!hosts.includes(url.host)) throw new UserError(`${led}${url.host}, which is no publisher’s`, {fix});
  if (url.protocol !== "https:" && !without_https.includes(url.origin)) {
    throw new UserError(`${led}${url.href}, which is not https`, {fix});
  }
  return url;
}
