import {readReleaseNote} from "./dashboards/data/read-release.ts";

const release = await readReleaseNote();

const pages = [
  {to: "index", name: "Overview"},
  {to: "sources", name: "Sources"},
  {to: "dictionary", name: "Dictionary"}
];

const plain = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

const links = (here: string): string =>
  pages
    .map(({to, name}) => {
      const current = here === `/${to}` ? ' aria-current="page"' : "";
      return `<li><a href="./${to === "index" ? "" : to}"${current}>${name}</a></li>`;
    })
    .join("");

const banner = release.invented
  ? `<p class="invented"><strong>Invented schools.</strong> No school, partnership or result on this page is real.</p>`
  : "";

const made = new Date(`${release.made.slice(0, 10)}T12:00:00Z`).toLocaleDateString("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC"
});

const files = release.invented
  ? "The files are invented, laid out as those that the Department for Education publishes."
  : "Every figure is worked out from files that the Department for Education published.";

export default {
  root: "dashboards",
  output: process.env.PAV_OUTPUT ?? "dist",
  title: "School partnerships in England",
  // The default is an address of Google Fonts; nothing may be fetched from another host.
  globalStylesheets: [],
  style: "style.css",
  interpreters: {".ts": ["node", "--import", "tsx"]},
  sidebar: false,
  search: false,
  pager: false,
  toc: false,
  head: '<link rel="icon" href="data:,">',
  header: ({path}: {path: string}): string => `${banner}
    <p class="site-name"><a href="./">School partnerships</a> <span>what joining added, from published data</span></p>
    <nav aria-label="Main"><ul>${links(path)}</ul></nav>`,
  footer: `<div class="footer">
    <section><h2>Sources</h2><p>${files} <a href="./sources">All files, years and licences</a></p></section>
    <section><h2>This release</h2><p>Made on ${plain(made)} with version ${plain(release.version)}, plan ${plain(release.plan)}.</p></section>
    <section><h2>Licence</h2><p>Contains public sector information licensed under the Open Government Licence v3.0.</p></section>
  </div>`
};
