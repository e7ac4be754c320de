const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Reads an id as `Id` of ids.ts does, where browsers load what reads it: without zod. */
export function readId(text: string): string | null {
	const id = text.toLowerCase();
	return UUID.test(id) ? id : null;
}
