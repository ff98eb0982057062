/** What a school does in a partnership: it is helped, it helps, or neither is said. */
export type Role = "supported" | "supporter" | "member";
