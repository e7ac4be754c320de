/**
 * A question about permissions, as `contacts.readonly AND (forms.write OR links.write)`: names, AND before OR, brackets.
 * `AND` and `OR` count in any case; a name begins and ends with what is no space and no bracket.
 */
export type PermissionQuery =
	| { kind: "name"; name: string }
	| { kind: "and" | "or"; parts: readonly PermissionQuery[] };

export const QUERY_LENGTH_MAX = 1_000;
const DEPTH_MAX = 20;

const WORD = /[()]|[^\s()]+/g;
const NAME = /^[\w.:*/-]{1,100}$/;

/** Why a question cannot be read, for its sender. */
export class QueryProblem extends Error {}

/** Reads a question, or throws a {@link QueryProblem}. */
export function parsePermissionQuery(text: string): PermissionQuery {
	if (text.length > QUERY_LENGTH_MAX) {
		throw new QueryProblem(`The query may have up to ${QUERY_LENGTH_MAX} characters.`);
	}
	const words = text.match(WORD) ?? [];
	if (words.length === 0) throw new QueryProblem("The query names no permission.");
	const reader = new Reader(words);
	const query = reader.alternatives(0);
	if (reader.word !== undefined) throw new QueryProblem(`There is one "${reader.word}" too many.`);
	return query;
}

class Reader {
	readonly #words: readonly string[];
	#place = 0;

	constructor(words: readonly string[]) {
		this.#words = words;
	}

	get word() {
		return this.#words[this.#place];
	}

	alternatives(depth: number): PermissionQuery {
		return this.#joined("or", () => this.#joined("and", () => this.#term(depth)));
	}

	#joined(kind: "and" | "or", read: () => PermissionQuery): PermissionQuery {
		const first = read();
		const parts = [first];
		while (this.word?.toLowerCase() === kind) {
			this.#place++;
			parts.push(read());
		}
		return parts.length === 1 ? first : { kind, parts };
	}

	#term(depth: number): PermissionQuery {
		const { word } = this;
		this.#place++;
		if (word === undefined) throw new QueryProblem("The query ends where a permission should stand.");
		if (word === "(") return this.#bracket(depth + 1);
		if (word === ")" || /^(?:and|or)$/i.test(word)) {
			throw new QueryProblem(`A permission should stand where "${word}" does.`);
		}
		if (!NAME.test(word)) {
			throw new QueryProblem("A permission has letters, digits and . : * / _ - alone, 100 of them at most.");
		}
		return { kind: "name", name: word };
	}

	#bracket(depth: number): PermissionQuery {
		if (depth > DEPTH_MAX) throw new QueryProblem(`Brackets may stand in one another ${DEPTH_MAX} deep.`);
		const query = this.alternatives(depth);
		if (this.word !== ")") throw new QueryProblem("A bracket is not closed.");
		this.#place++;
		return query;
	}
}

/** Whether somebody who holds these satisfies a question. */
export function satisfies(held: { has: (name: string) => boolean }, query: PermissionQuery): boolean {
	if (query.kind === "name") return held.has(query.name);
	return query.kind === "and"
		? query.parts.every((part) => satisfies(held, part))
		: query.parts.some((part) => satisfies(held, part));
}

/** A question as it could be asked again. */
export function writePermissionQuery(query: PermissionQuery): string {
	if (query.kind === "name") return query.name;
	const parts = query.parts.map((part) =>
		query.kind === "and" && part.kind === "or"
			? `(${writePermissionQuery(part)})`
			: writePermissionQuery(part),
	);
	return parts.join(` ${query.kind.toUpperCase()} `);
}
