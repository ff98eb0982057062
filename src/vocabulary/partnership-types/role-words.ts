/** How roles are known in trusts of academies: by the route that brought a school in. */
export const byRoute =
  "Supported: a sponsor-led academy, from its first sponsor-led opening. Supporter: a converter academy already in the trust when the trust’s first sponsor-led academy opens or joins, from that day. Member: every other school that joined, whoever founded the trust among them. Results make no role.";

/** How roles are known in the other kinds of the register, which names none. */
export const memberByRegister =
  "As a list names them; the register names no roles, so that a school known from it alone is a member.";

/** How roles are known in the types known from lists. */
export const asListed =
  "As the list names them. A supporter’s clock starts when the first school it supports joins, or when it joins itself if that is later.";

/** How roles are known where every school of an area is included. */
export const supportedByArea = "Supported: every school of the area. A school that a list names has the role it names.";
export const memberByArea = "As the list names them; a school known only from where it lies is a member.";

/** How roles are known where a rule computes who would have been helped. */
export const supportedByRule =
  "Supported, in name alone: every school that the rule picks, from the day the inspection that decided it was published.";

/** What a role rests on, in words. */
export const roleSources: Record<string, string> = {
  sponsored_route: "Opened as a sponsor-led academy",
  converter_there_before: "A converter academy in the trust before its first sponsor-led academy",
  named_in_list: "Named by a list",
  area: "Lies in the area",
  rule: "Computed by a rule from published inspections",
  joined: "Joined, and no source names another role"
};
