import { z } from "zod";
import { isSlug } from "../slug.ts";

/** A name in an address, from outside. */
export const Slug = z.string().refine(isSlug);
