import {html} from "htl";

/**
 * The address of a school’s page: by its URN, which lasts; its number in this release next to it spares the page the
 * index of all schools.
 */
export const schoolAddress = ({urn, id}: {urn: number; id: number}): string => `./school?urn=${urn}&id=${id}`;

export const schoolLink = (name: string, school: {urn: number; id: number}): HTMLElement =>
  html`<a href=${schoolAddress(school)}>${name}</a>`;
