import type { en } from "./en/all.ts";

type Words<Node> = { readonly [Name in keyof Node]: Node[Name] extends string ? string : Words<Node[Name]> };

/** Every text of the product's screens by area and name, in ICU's message format. Each language has them all. */
export type Texts = Words<typeof en>;
export type Area = keyof Texts;
