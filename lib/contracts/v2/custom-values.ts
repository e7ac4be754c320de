import { z } from "zod";
import { type LocationValue, LocationValueName, LocationValueText } from "#lib/core/crm/location-values.ts";
import { traced } from "./traced.ts";

const Value = z
	.object({
		id: z.string(),
		name: z.string(),
		fieldKey: z.string().describe("What templates name it by. It stays when the name changes."),
		value: z.string(),
		locationId: z.string(),
	})
	.meta({ id: "CustomValue" });

export const CustomValueAnswer = traced("CustomValueAnswer", { customValue: Value });
export const CustomValueList = traced("CustomValueList", { customValues: z.array(Value) });

const body = z.object({ name: LocationValueName, value: LocationValueText });
export const CreateCustomValue = body.meta({ id: "CreateCustomValue" });
export const UpdateCustomValue = body.partial().meta({ id: "UpdateCustomValue" });

export const presentCustomValue = ({ fieldKey, ...value }: LocationValue) => ({
	...value,
	fieldKey: `{{ ${fieldKey} }}`,
});
