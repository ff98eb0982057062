import {readReleaseFacts} from "./dashboards/data/read-release.ts";

const release = await readReleaseFacts();

/**
 * The way through the site; `within` are the pages that one of these leads to, and `chooses` those whose choices of
 * outcome, type, phase and role go along when a reader goes from one to another.
 */
const pages: readonly {to: string; name: string; within?: readonly string[]; chooses?: true}[] = [
  {to: "index", name: "Overview", chooses: true},
  {to: "evidence", name: "Evidence", chooses: true},
  {to: "types", name: "Types", chooses: true},
  {to: "time", name: "Time", chooses: true},
  {to: "partnerships", name: "Partnerships", within: ["partnership"], chooses: true},
  {to: "school", name: "School"},
  {to: "your-schools", name: "Your schools", within: ["pack"]},
  {to: "plan", name: "Plan", within: ["whom-to-help", "rise"]},
  {to: "comparators", name: "Comparators", chooses: true},
  {to: "methods", name: "Methods"},
  {to: "data", name: "Data", within: ["sources", "dictionary", "changes", "about"]}
];

const plain = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

const isHere = ({to, within = []}: (typeof pages)[number], here: string): boolean =>
  [to, ...within].some((name) => here === `/${name}`);

const links = (here: string): string =>
  pages
    .map((page) => {
      const current = isHere(page, here) ? ` aria-current="${here === `/${page.to}` ? "page" : "true"}"` : "";
      const chooses = page.chooses ? " data-chooses" : "";
      return `<li><a href="./${page.to === "index" ? "" : page.to}"${current}${chooses}>${page.name}</a></li>`;
    })
    .join("");

/** All in a row where there is room, behind one word where there is not. */
function menu(here: string): string {
  const current = pages.find((page) => isHere(page, here));
  return `<nav class="wide" aria-label="Main"><ul>${links(here)}</ul></nav>
    <details class="narrow"><summary>Menu${current ? `: ${current.name}` : ""}</summary><nav aria-label="Main"><ul>${links(here)}</ul></nav></details>`;
}

const banner = release.synthetic
  ? `<p class="invented"><strong>Invented schools.</strong> No school, partnership or result on this page is real.</p>`
  : "";

/** Under another plan than the project’s every page says so. */
const plan = release.replaced?.length
  ? `<p class="invented"><strong>Another plan.</strong> These figures were made under plan ${plain(release.plan)}, not the project’s own. Replaced: ${plain(release.replaced.join(", "))}. <a href="./methods#plan">Every choice</a></p>`
  : "";

/** Where what was published is there to be read, and what joining added is not yet. */
const coming =
  release.estimated === "to come"
    ? `<p class="invented"><strong>More is to come.</strong> What joining added is still being worked out. Load this page again in a minute.</p>`
    : "";

const made = new Date(`${release.made.slice(0, 10)}T12:00:00Z`).toLocaleDateString("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC"
});

const files = release.synthetic
  ? "The files are invented, laid out as those that the Department for Education publishes."
  : "Every figure is worked out from files that the Department for Education published.";

export default {
  root: "dashboards",
  output: process.env.PAV_OUTPUT ?? "dist",
  title: "School partnerships in England",
  // The default is an address of Google Fonts; nothing may be fetched from another host.
  globalStylesheets: [],
  style: "style.css",
  interpreters: {".ts": ["node", "pipelines/entry.js"]},
  sidebar: false,
  search: false,
  pager: false,
  toc: false,
  head: '<link rel="icon" href="data:,">',
  header: ({path}: {path: string}): string => `${banner}${plan}${coming}
    <p class="site-name"><a href="./">School partnerships</a> <span>what joining added, from published data</span> <a class="guide" href="./guide">How to use this site</a></p>
    ${menu(path)}`,
  footer: `<div class="footer">
    <section><h2>Sources</h2><p>${files} <a href="./sources">All files, years and licences</a></p></section>
    <section><h2>This release</h2><p><span class="release" data-made="${plain(release.made.slice(0, 10))}" data-version="${plain(release.version)}" data-plan="${plain(release.plan)}">Made on ${plain(made)} with version ${plain(release.version)}, <a href="./methods#plan">plan ${plain(release.plan)}</a></span>. <a href="./changes">What changed</a></p></section>
    <section><h2>Use and cite</h2><p>Contains public sector information licensed under the Open Government Licence v3.0. <a href="./about#cite">How to cite it</a>. <a href="./about">About this site</a>, <a href="./about#accessibility">accessibility</a>, <a href="./about#contact">contact</a></p></section>
  </div>`
};
