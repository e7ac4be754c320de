import { z } from "zod";
import { singleLine } from "#lib/core/text.ts";

export const PLACE_NAME_MAX = 80;

export const AgencyName = singleLine(PLACE_NAME_MAX, "The agency's name");
export const LocationName = singleLine(PLACE_NAME_MAX, "The location's name");

/** A name that is typed to show that one means it. What it must be is asked later. */
export const TypedName = z.string().max(PLACE_NAME_MAX * 4);
