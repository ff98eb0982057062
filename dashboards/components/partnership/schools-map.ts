import * as Plot from "@observablehq/plot";
import {geoIdentity} from "d3";
import {counted} from "../ui/format.js";
import {LOOKS} from "../chart/look.js";
import {describePicture, HALO, label, picture} from "../chart/plot.js";
import type {PartnershipMember} from "../ui/release.js";
import {TEXT} from "../chart/text-lines.js";

/** Towns to find one's way by, on the National Grid, in metres (Ordnance Survey, to the kilometre). */
const TOWNS: readonly {name: string; easting: number; northing: number}[] = [
  {name: "London", easting: 530_000, northing: 180_000},
  {name: "Birmingham", easting: 407_000, northing: 287_000},
  {name: "Manchester", easting: 384_000, northing: 398_000},
  {name: "Leeds", easting: 430_000, northing: 434_000},
  {name: "Newcastle", easting: 425_000, northing: 564_000},
  {name: "Carlisle", easting: 340_000, northing: 556_000},
  {name: "Hull", easting: 509_000, northing: 429_000},
  {name: "Nottingham", easting: 457_000, northing: 340_000},
  {name: "Norwich", easting: 623_000, northing: 309_000},
  {name: "Bristol", easting: 359_000, northing: 173_000},
  {name: "Southampton", easting: 442_000, northing: 112_000},
  {name: "Plymouth", easting: 248_000, northing: 54_000},
  {name: "Dover", easting: 632_000, northing: 141_000}
];

/** What a map shows of a school. */
export type MappedSchool = Pick<PartnershipMember, "role" | "easting" | "northing">;
export type PlacedMember = PartnershipMember & {easting: number; northing: number};

/** Those whose place is known. */
export const placedMembers = <School extends MappedSchool>(
  members: readonly School[]
): (School & {easting: number; northing: number})[] =>
  members.filter((d): d is School & {easting: number; northing: number} => d.easting !== null && d.northing !== null);

export interface Extent {
  west: number;
  east: number;
  south: number;
  north: number;
}

/** What a map shows: all of the places, with a margin, and never less than `least` metres either way. */
export function findExtent(places: readonly {easting: number; northing: number}[], least = 20_000): Extent {
  const eastings = places.map((d) => d.easting);
  const northings = places.map((d) => d.northing);
  const span = (values: readonly number[]): [number, number] => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const half = Math.max((high - low) * 0.55, least / 2);
    return [(low + high) / 2 - half, (low + high) / 2 + half];
  };
  const [west, east] = span(eastings);
  const [south, north] = span(northings);
  return {west, east, south, north};
}

/** The longest of 1, 2, 5, 10, 20, … kilometres that is no longer than a third of the map, in metres. */
export function scaleBar({west, east}: Extent): number {
  const most = (east - west) / 3;
  const power = 10 ** Math.floor(Math.log10(most));
  return [5, 2, 1].map((d) => d * power).find((d) => d <= most)!;
}

/** How high a map is at most, in px. */
export const HIGHEST = 460;

/** Where schools lie, by role, on the National Grid; no boundaries, since none are published with the figures. */
export function schoolsMap(
  members: readonly MappedSchool[],
  {width, reported}: {width: number; reported: string}
): SVGSVGElement {
  const places = placedMembers(members);
  const extent = findExtent(places);
  const across = Math.min(width, 520);
  const shape = (extent.north - extent.south) / (extent.east - extent.west);
  const height = Math.round(Math.min(Math.max(across * shape, 240), HIGHEST));
  const corners = {
    type: "MultiPoint" as const,
    coordinates: [
      [extent.west, extent.south],
      [extent.east, extent.north]
    ]
  };
  const place = geoIdentity()
    .reflectY(true)
    .fitExtent(
      [
        [12, 12],
        [across - 12, height - 36]
      ],
      corners
    );
  const xy = ({easting, northing}: {easting: number; northing: number}) => {
    const [x, y] = place([easting, northing])!;
    return {x, y};
  };
  const inside = ({x, y}: {x: number; y: number}) => x > 10 && x < across - 90 && y > 10 && y < height - 40;
  const towns = TOWNS.map((d) => ({...d, ...xy(d)})).filter(inside);
  const bar = scaleBar(extent);
  const barWidth =
    xy({easting: extent.west + bar, northing: extent.south}).x - xy({easting: extent.west, northing: extent.south}).x;
  const points = places.map((d) => ({...d, ...xy(d)}));
  const look = ({role}: MappedSchool) => LOOKS[role ?? "all"];
  return picture(describePicture(`Map of ${counted(places.length, "school")}`, reported), {
    width: across,
    height,
    margin: 0,
    x: {domain: [0, across], range: [0, across], axis: null},
    y: {domain: [0, height], range: [0, height], axis: null},
    marks: [
      Plot.frame({stroke: "var(--hair)"}),
      Plot.dot(towns, {x: "x", y: "y", r: 1.5, fill: "var(--edge)"}),
      Plot.text(towns, {
        x: "x",
        y: "y",
        dx: 5,
        text: "name",
        textAnchor: "start",
        fill: "var(--ink-3)",
        fontSize: TEXT.small,
        ...HALO
      }),
      Plot.dot(points, {
        x: "x",
        y: "y",
        r: points.length > 150 ? 3 : 4.5,
        symbol: (d: MappedSchool) => look(d).symbol,
        fill: (d: MappedSchool) => look(d).colour,
        stroke: "var(--paper)",
        strokeWidth: 1
      }),
      Plot.ruleY([height - 14], {x1: 12, x2: 12 + barWidth, stroke: "var(--ink-2)", strokeWidth: 2}),
      label(`${bar / 1000} km`, {x: 12 + barWidth, y: height - 14, dx: 6, textAnchor: "start"}),
      label("north ↑", {x: across - 10, y: 16, textAnchor: "end"})
    ]
  });
}
