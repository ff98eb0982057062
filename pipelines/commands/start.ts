import {UserError} from "../../src/library/errors.ts";
import type {Served} from "../site/serve.ts";
import {defaultPlan} from "../synthetic-england/plan.ts";
import {wholeNumber} from "../tables/panel-table.ts";
import type {Command} from "./command.ts";

export const startCommand: Command = {
  name: "start",
  about: "a synthetic England through the whole pipeline, then the dashboards in a browser",
  options: {
    port: {type: "string", value: "N", about: "where to serve them (3000)"},
    schools: {type: "string", value: "N", about: `how many schools the England has (${defaultPlan.schools})`}
  },
  run: async ({port = "3000", schools}) => {
    const at = readPort(String(port));
    const many = wholeNumber(schools, "schools", 60) ?? defaultPlan.schools;
    const [{makeSampleSite, site}, {serveSite}] = await Promise.all([
      import("./sample-site.ts"),
      import("../site/serve.ts")
    ]);
    let served: Served | null = null;
    const show = async () => {
      if (served) return;
      served = await serveSite(site, at);
      console.log(`\n  ${served.url}\n`);
    };
    try {
      await makeSampleSite(many, show);
      await show();
      console.log("stop it with Ctrl-C");
      await new Promise<void>((stop) => process.once("SIGINT", () => stop()).once("SIGTERM", () => stop()));
    } finally {
      await (served as Served | null)?.close();
    }
  }
};

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new UserError(`“${text}” is not a port`, {fix: "give a whole number up to 65535: --port 3000"});
}
