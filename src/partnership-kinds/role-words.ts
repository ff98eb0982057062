/** How roles are known in the types of the register: by the route a school took, never by its results. */
export const byRoute =
  "Supported: a sponsor-led academy, from its first sponsor-led opening. Supporter: a converter academy already in the trust when its first sponsor-led academy opened or joined; its clock starts that day. Member: every other school that joined.";

/** How roles are known in the kinds known from lists. */
export const asListed =
  "As the list names them. A supporter’s clock starts when the first school it supports joins, or when it joins itself if that is later.";

/** How roles are known where every school of an area is taken in. */
export const supportedByArea = "Supported: every school of the area. A school that a list names has the role it names.";
export const memberByArea = "As the list names them; a school known only from where it lies is a member.";

/** What a role rests on, in words. */
export const roleSources: Record<string, string> = {
  sponsored_route: "Opened as a sponsor-led academy",
  converter_there_before: "Converter academy already there when the first sponsor-led academy came",
  named_in_list: "Named by a list",
  rule: "Meets the rule of the programme",
  area: "Lies in the area",
  joined: "Joined; no source names a role"
};
