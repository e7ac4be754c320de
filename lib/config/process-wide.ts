/**
 * One value for the whole process. The server, each page bundle and each route bundle get their own copy of every
 * module, so a plain module variable would be several caches or several pools; `globalThis` is shared by all.
 */
export function processWide<T>(name: string, make: () => T): T {
	const holder = globalThis as { [slot: symbol]: T | undefined };
	const slot = Symbol.for(`latchkey.${name}`);
	const present = holder[slot];
	if (present !== undefined) return present;
	const made = make();
	holder[slot] = made;
	return made;
}
