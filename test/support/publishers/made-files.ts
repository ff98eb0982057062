import {lines} from "../published-files.ts";

/** Links of the register as published, of invented schools. */
export const linksFile = (...rows: readonly string[]): Buffer =>
  Buffer.from(lines('"URN","LinkURN","LinkName","LinkType","LinkEstablishedDate"', ...rows));

/** One link under linksFile. */
export const linkRow = (urn: number): string => `${urn},${urn + 1},"Invented School ${urn}","Successor","01-09-2015"`;

/** The school information table as published, of invented schools. */
export const informationFile = (...urns: readonly number[]): Buffer =>
  Buffer.from(
    lines(
      "URN,LANAME,LA,ESTAB,LAESTAB,SCHNAME,TOWN,POSTCODE,SCHSTATUS,OPENDATE,CLOSEDATE,MINORGROUP,SCHOOLTYPE,ISPRIMARY,ISSECONDARY,ISPOST16,AGELOW,AGEHIGH,GENDER,RELCHAR,ADMPOL",
      ...urns.map(
        (urn) =>
          `${urn},Ashshire,901,${String(urn).slice(-4)},901${String(urn).slice(-4)},School ${urn},Ashton,AB1 2CD,Open,,,Maintained school,Community school,0,1,0,11,16,Mixed,None,NA`
      )
    )
  );
