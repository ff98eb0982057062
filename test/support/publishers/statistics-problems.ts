import type {Problem} from "../../../pipelines/fetch/statistics/objects.ts";
import {json, type Reply} from "./asked.ts";

/** What is wrong with a request; all of it is reported at once. */
export type Problems = Problem[];

/** A problem by its code, with the service's own message. */
export const problem = (code: keyof typeof messages, path: string, detail?: unknown): Problem => ({
  message: messages[code],
  code,
  path,
  ...(detail === undefined ? {} : {detail})
});

const messages = {
  InvalidValue: "Must be a valid value. Check that the type and format are correct.",
  UnknownField: "The field was not expected in the request and should be removed.",
  InclusiveBetween: "Must be between 1 and 10000 (inclusive).",
  NotEmpty: "Must not be empty.",
  LocationFormat: "Must be a location in the correct format.",
  LocationAllowedLevel: "Must be a location with an allowed level.",
  LocationAllowedProperty: "Must be a location with an allowed identifying property.",
  TimePeriodFormat: "Must be a time period in the correct format.",
  TimePeriodInvalidYearRange: "Must be a valid time period range where the start year is one year before the end year.",
  TimePeriodAllowedCode: "Must be a time period with an allowed code.",
  IndicatorsNotFound: "One or more indicators could not be found.",
  SortFieldsNotFound: "One or more sort fields could not be found.",
  FiltersNotFound: "One or more filters could not be found.",
  GeographicLevelsNotFound: "One or more geographic levels could not be found.",
  LocationsNotFound: "One or more locations could not be found.",
  TimePeriodsNotFound: "One or more time periods could not be found.",
  QueryNoResults: "The query did not match any results. You may need to refine your criteria.",
  DebugEnabled: "Debug mode is enabled. Do not enable debug mode in a production environment."
};

/** 400, with everything that is wrong. */
export const rejected = (errors: Problems): Reply =>
  json(
    {
      type: "https://tools.ietf.org/html/rfc9110#section-15.5.1",
      title: "One or more validation errors occurred.",
      status: 400,
      errors
    },
    400
  );

/** 403 or 404. */
export const refused = (status: 403 | 404, title: string): Reply => json({type: "about:blank", title, status}, status);
