type Facts = Readonly<Record<string, unknown>>;

export type EventChange = { field: string; before: string | null; after: string | null };

/**
 * What an event changed, field by field: null stands for what was not there at all. Fields that stayed as they were are
 * only counted.
 */
export function eventChanges(before: Facts | null, after: Facts | null) {
	const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
	const changes = fields
		.map((field) => ({ field, was: before?.[field], is: after?.[field] }))
		.filter(({ was, is }) => JSON.stringify(was) !== JSON.stringify(is))
		.map(
			({ field, was, is }): EventChange => ({ field: fieldLabel(field), before: text(was), after: text(is) }),
		);
	return { changes, unchanged: fields.length - changes.length };
}

/** "allowedAddresses" as people write it. */
function fieldLabel(name: string) {
	const words = name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase();
	return words.charAt(0).toUpperCase() + words.slice(1);
}

function text(value: unknown): string | null {
	if (value === undefined) return null;
	if (value === null) return "none";
	if (value === true) return "yes";
	if (value === false) return "no";
	if (value === "") return "empty";
	if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(text).join(", ");
	return typeof value === "object" ? JSON.stringify(value) : String(value);
}
