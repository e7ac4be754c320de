import { z } from "zod";
import { singleLine } from "#lib/core/text.ts";
import { PLACE_NAME_MAX } from "./name-length.ts";

export const AgencyName = singleLine(PLACE_NAME_MAX, "The agency's name");
export const LocationName = singleLine(PLACE_NAME_MAX, "The location's name");

/** A name that is typed to show that one means it. What it must be is asked later. */
export const TypedName = z.string().max(PLACE_NAME_MAX * 4);
