import { messageOf, Refusal } from "../processes.ts";

/** A table, column or function that a migration brings is not there yet, as PostgreSQL and Prisma number it. */
const ABSENT = /42703|42P01|42883|P2021|P2022/;

/** The failure as a sentence when it comes from a database that was not migrated yet, and as it is otherwise. */
export function refusalOfOlder(error: unknown): unknown {
	const code = error instanceof Error && "code" in error ? String(error.code) : "";
	if (!ABSENT.test(`${code} ${messageOf(error)}`)) return error;
	return new Refusal("The database is older than this release: start Latchkey once, or run npm run migrate.");
}
