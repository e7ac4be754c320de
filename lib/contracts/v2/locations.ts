import { z } from "zod";
import { locationShape as shape } from "../location.ts";
import { LocationFieldsV2 } from "../location-input.ts";
import { traced } from "./traced.ts";

const Location = z.object(shape).meta({ id: "LocationV2" });

export const LocationAnswer = traced("LocationAnswer", { location: Location });
export const BareLocation = traced("BareLocation", shape);
export const LocationList = traced("LocationList", { locations: z.array(Location) });
export const LocationDeleted = traced("LocationDeleted", { success: z.boolean(), message: z.string() });
export const Timezones = traced("Timezones", { timeZones: z.array(z.string()) });

export const CreateLocation = LocationFieldsV2.extend({ companyId: z.string() }).meta({
	id: "CreateLocationV2",
});
export const UpdateLocation = LocationFieldsV2.partial()
	.extend({ companyId: z.string().optional() })
	.meta({ id: "UpdateLocationV2" });
