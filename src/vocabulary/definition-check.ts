/** What schools do or share. With at least one, and one kind of oversight, schools that work together are a partnership. */
export const features = {
  protocol: "A constitution or written protocol",
  shared_budget: "A financial commitment or shared budget",
  shared_staff: "Shared appointments or staff",
  joint_activities: "Jointly commissioned or delivered activities"
} as const;
export type Feature = keyof typeof features;

/** Who answers for it. */
export const oversight = {
  joint_governing_body: "A joint governing body",
  management_group: "A management group",
  executive_head: "An executive head",
  other_supervision: "Other transparent supervision"
} as const;
export type Oversight = keyof typeof oversight;
