import { z } from "zod";
import { locationShape } from "../location.ts";
import { LocationFieldsV1 } from "../location-input.ts";

/** A location as API 1.0 shows it: bare, whether it is read, made or changed. */
export const Location = z.object(locationShape).meta({ id: "LocationV1" });
export const LocationList = z.object({ locations: z.array(Location) }).meta({ id: "LocationListV1" });
export const Done = z.object({}).meta({ id: "DoneV1" }).describe("An empty object: it is done.");

export const CreateLocation = LocationFieldsV1.refine(
	({ name, businessName }) => name !== undefined || businessName !== undefined,
	{ path: ["businessName"], error: "The location's name is required." },
).meta({ id: "CreateLocationV1" });
export const UpdateLocation = LocationFieldsV1.meta({ id: "UpdateLocationV1" });
