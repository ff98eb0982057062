/** The phase of education that a school teaches. */
export type Phase = "primary" | "secondary" | "special";
