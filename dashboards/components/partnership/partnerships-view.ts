import {html} from "htl";
import {DESCRIBED, phaseWords} from "../ui/about.js";
import {awaited} from "../ui/awaited.js";
import {fetchRelease} from "../ui/fetch-release.js";
import {figure} from "../chart/figure.js";
import {fit} from "../chart/fit.js";
import {folded} from "../ui/folded.js";
import {count, counted} from "../ui/format.js";
import {filtered} from "./partnership-filter.js";
import {partnershipForm} from "./partnership-form.js";
import {foundSentence, partnershipList} from "./partnership-list.js";
import {roleKey} from "./role-key.js";
import {placedMembers, schoolsMap, type PlacedMember} from "./schools-map.js";
import type {ListedPartnership} from "./partnership-rows.js";
import type {PartnershipTypeRow, PartnershipFile} from "../ui/release.js";

/** Finding partnerships: controls, how many were found, the list by name, and where the schools of those listed are. */
export function partnershipsView(
  rows: readonly ListedPartnership[],
  types: readonly PartnershipTypeRow[]
): HTMLElement {
  const form = partnershipForm(rows, types);
  const said = html`<p aria-live="polite"></p>`;
  const place = html`<div></div>`;
  const show = () => {
    const found = filtered(rows, form.value);
    said.textContent = foundSentence(found.length, rows.length);
    place.replaceChildren(partnershipList(found, {types, onPage: drawMap}));
  };
  form.addEventListener("input", show);
  show();
  return html`<div>${form} ${said} ${place}</div>`;
}

/** A map of the schools of the partnerships on this page of the list, fetched when it is asked for. */
const drawMap = (shown: readonly ListedPartnership[]): HTMLElement =>
  folded(`Map of the schools of these ${counted(shown.length, "partnership")}`, () =>
    awaited(async () => {
      const shards = [...new Set(shown.map(({shard}) => shard))];
      const opened = await Promise.all(
        shards.map((shard) => fetchRelease<Record<string, PartnershipFile>>(`partnership/${shard}.json.gz`))
      );
      const notes = opened.flatMap((shard) => Object.values(shard));
      return mapFigure(shown.flatMap(({id}) => notes.filter((note) => note.id === id)));
    })
  );

interface Placed extends PlacedMember {
  partnership: string;
}

function mapFigure(notes: readonly PartnershipFile[]): HTMLElement {
  const members = notes.flatMap((note) => note.members.map((d) => ({...d, partnership: note.name})));
  const places = placedMembers(members) as Placed[];
  if (places.length === 0) return html`<p>None of their schools has a place in this release.</p>`;
  const left = members.length - places.length;
  const reported = `${counted(places.length, "school")} of ${counted(notes.length, "partnership")}.${left > 0 ? ` ${counted(left, "school")} more cannot be placed.` : ""}`;
  return figure(
    fit((width) => schoolsMap(places, {width, reported})),
    {
      title: `Where ${counted(places.length, "school")} of these partnerships are`,
      subtitle: reported,
      about: [
        {
          type: counted(notes.length, "partnership"),
          phase: phaseWords(members.map(({phase}) => phase)),
          outcome: "Where schools are",
          role: "Schools of any role",
          years: "members at any time",
          schools: places.length,
          strength: DESCRIBED
        }
      ],
      key: roleKey(places),
      notes: html`<b>How to read it.</b> A mark a school, at its place on the National Grid. Grey names are towns, to
        find one’s way by.`,
      rows: places,
      columns: [
        {name: "School", show: ({name}) => name},
        {name: "Partnership", show: ({partnership}) => partnership},
        {name: "Role", show: ({role}) => role ?? "not known"},
        {name: "Easting", show: ({easting}) => count(easting), raw: ({easting}) => easting, numeric: true},
        {name: "Northing", show: ({northing}) => count(northing), raw: ({northing}) => northing, numeric: true}
      ],
      file: "partnerships-map",
      single: true
    }
  );
}
