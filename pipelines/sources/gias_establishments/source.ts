import {defineSource} from "../../../src/published-files/source.ts";

export default defineSource({
  id: "gias_establishments",
  title: "Register: establishments",
  publisher: "Department for Education",
  page: "https://get-information-schools.service.gov.uk/Downloads",
  origin: {service: "register", name: "edubasealldata", button: "Establishment fields CSV"},
  licence: "OGL-UK-3.0",
  codes: "register",
  dated: "snapshot",
  staged: false,
  signature: [
    ["EstablishmentName"],
    ["EstablishmentStatus (name)"],
    ["SchoolCapacity", "NumberOfPupils", "PercentageFSM", "UKPRN"]
  ],
  years: {first: 2015, last: 2026},
  columns: {
    urn: {is: "key", names: {2015: "URN"}, about: "Unique reference number"},
    la_code: {is: "text", names: {2015: "LA (code)"}, about: "Local authority, three digits"},
    la_name: {is: "text", names: {2015: "LA (name)"}},
    establishment_number: {
      is: "text",
      names: {2015: "EstablishmentNumber"},
      about: "Number within the local authority, four digits"
    },
    establishment_name: {is: "text", names: {2015: "EstablishmentName"}},
    establishment_type_code: {is: "text", names: {2015: "TypeOfEstablishment (code)"}},
    establishment_type: {is: "text", names: {2015: "TypeOfEstablishment (name)"}},
    establishment_type_group: {is: "text", names: {2015: "EstablishmentTypeGroup (name)"}},
    status: {is: "text", names: {2015: "EstablishmentStatus (name)"}},
    reason_opened: {is: "text", names: {2015: "ReasonEstablishmentOpened (name)"}},
    open_date: {is: "date", names: {2015: "OpenDate"}, about: "Blank for many old schools"},
    reason_closed: {is: "text", names: {2015: "ReasonEstablishmentClosed (name)"}},
    close_date: {is: "date", names: {2015: "CloseDate"}},
    phase: {is: "text", names: {2015: "PhaseOfEducation (name)"}},
    statutory_low_age: {is: "number", names: {2015: "StatutoryLowAge"}, about: "Years"},
    statutory_high_age: {is: "number", names: {2015: "StatutoryHighAge"}, about: "Years"},
    sixth_form: {is: "text", names: {2015: "OfficialSixthForm (name)"}},
    gender: {is: "text", names: {2015: "Gender (name)"}},
    religious_character: {is: "text", names: {2015: "ReligiousCharacter (name)"}},
    diocese: {is: "text", names: {2015: "Diocese (name)"}},
    admissions_policy: {is: "text", names: {2015: "AdmissionsPolicy (name)"}},
    capacity: {is: "number", names: {2015: "SchoolCapacity"}, about: "Places"},
    census_date: {is: "date", names: {2015: "CensusDate"}, about: "Of the figures that follow"},
    pupils: {is: "number", names: {2015: "NumberOfPupils"}, about: "Pupils"},
    fsm_pct: {is: "number", names: {2015: "PercentageFSM"}, about: "% of pupils eligible for free school meals"},
    trust_flag: {is: "text", names: {2015: "TrustSchoolFlag (name)"}},
    trust_uid: {is: "text", names: {2015: "Trusts (code)"}, about: "Group UID of the trust"},
    trust_name: {is: "text", names: {2015: "Trusts (name)"}},
    sponsor_flag: {is: "text", names: {2015: "SchoolSponsorFlag (name)"}},
    sponsor_name: {is: "text", names: {2015: "SchoolSponsors (name)"}},
    federation_flag: {is: "text", names: {2015: "FederationFlag (name)"}},
    federation_uid: {is: "text", names: {2015: "Federations (code)"}, about: "Group UID of the federation"},
    federation_name: {is: "text", names: {2015: "Federations (name)"}},
    ukprn: {is: "text", names: {2015: "UKPRN"}, about: "UK provider reference number, eight digits"},
    companies_house_number: {is: "text", names: {2015: "CHNumber"}},
    region: {is: "text", names: {2015: "GOR (name)"}},
    district_code: {is: "text", names: {2015: "DistrictAdministrative (code)"}, about: "Local authority district"},
    district_name: {is: "text", names: {2015: "DistrictAdministrative (name)"}},
    urban_rural: {is: "text", names: {2015: "UrbanRural (name)"}},
    lsoa_code: {is: "text", names: {2015: "LSOA (code)"}, about: "Lower layer super output area"},
    easting: {is: "number", names: {2015: "Easting"}, about: "Metres, British National Grid"},
    northing: {is: "number", names: {2015: "Northing"}, about: "Metres, British National Grid"},
    postcode: {is: "text", names: {2015: "Postcode"}},
    town: {is: "text", names: {2015: "Town"}},
    previous_la_code: {
      is: "text",
      names: {2015: "PreviousLA (code)"},
      about: "Local authority before a reorganisation"
    },
    previous_establishment_number: {is: "text", names: {2015: "PreviousEstablishmentNumber"}},
    last_changed_date: {is: "date", names: {2015: "LastChangedDate"}}
  },
  notes:
    "Every establishment that ever was, as it stands on the day of the extract: trusts, federations and types are today’s, not the past’s. " +
    "Children’s centres have URNs of five digits and no LAESTAB. No totals. Names of heads are not read."
});
