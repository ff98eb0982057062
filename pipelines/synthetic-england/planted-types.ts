/** The types the register keeps. */
export const registerPartnershipTypes = [
  "multi_academy_trust",
  "single_academy_trust",
  "foundation_trust",
  "federation",
  "umbrella_trust"
] as const;

/** The types known only from lists that partners keep themselves. */
export const listedTypes = [
  "support_federation",
  "national_support_school",
  "rise_pairing",
  "consortium_14_19",
  "behaviour_collaborative",
  "extended_services_cluster",
  "ict_partnership",
  "school_sport_partnership",
  "teaching_school_alliance",
  "area_based_partnership",
  "peer_collaboration",
  "subject_hub",
  "research_school",
  "regional_network"
] as const;

/** The types that take in the schools of an area. */
export const areaPartnershipTypes = [
  "city_challenge",
  "excellence_in_cities",
  "opportunity_area",
  "education_investment_area",
  "teaching_school_hub"
] as const;

/** Every type that is planted. */
export const plantedTypes = [...registerPartnershipTypes, ...listedTypes, ...areaPartnershipTypes];
export type RegisterPartnershipType = (typeof registerPartnershipTypes)[number];
export type ListedPartnershipType = (typeof listedTypes)[number];
export type AreaPartnershipType = (typeof areaPartnershipTypes)[number];
export type PlantedType = RegisterPartnershipType | ListedPartnershipType | AreaPartnershipType;
