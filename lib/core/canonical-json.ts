/** JSON with sorted member names: the same value always gives the same text, so that it can be hashed. */
export function canonicalJson(value: unknown): string {
	return JSON.stringify(value, (_name, member: unknown) => {
		if (typeof member !== "object" || member === null || Array.isArray(member)) return member;
		return Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)));
	});
}
