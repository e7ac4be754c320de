import { LRUCache } from "lru-cache";

const ENTRIES_MAX = 10_000;

/** Values that many keys have in common, so that each is held once. One that is forgotten is made again. */
export class Shared<T extends object | string> {
	readonly #values = new LRUCache<string, T>({ max: ENTRIES_MAX });

	of(name: string, make: () => T): T {
		let value = this.#values.get(name);
		if (value === undefined) {
			value = make();
			this.#values.set(name, value);
		}
		return value;
	}
}
