import { sayer } from "#components/texts/texts-of.ts";
import type { Context } from "#lib/auth/require-context.ts";
import type { KeySummary } from "#lib/core/keys/key.ts";
import { answerDownload, csvAnswer } from "#lib/http/csv-answer.ts";
import { exportKeys } from "#lib/services/keys/export.ts";
import type { KeyQuery } from "#lib/services/keys/list.ts";

/** Says how many rows are to come, so that whoever waits can see how far it is. */
export const ROWS_HEADER = "X-Latchkey-Rows";

const COLUMNS = {
	title: "Title",
	description: "Description",
	labels: "Labels",
	level: "Level",
	locations: "Locations",
	role: "Role",
	scopes: "Access scope",
	status: "Status",
	key: "Key",
	lastUsed: "Last used (UTC)",
	created: "Created (UTC)",
	createdBy: "Created by",
	expires: "Ends (UTC)",
	deletes: "Deleted unless used (UTC)",
	addresses: "Allowed addresses",
	rateMax: "Rate limit",
	rateSeconds: "Rate limit window in seconds",
	credits: "Credits left",
	revokedReason: "Revoked because",
	id: "Key id",
};

/** The keys that a query matches, on all its pages, as a file. */
export const keysCsv = async (request: Request, ctx: Context, query: KeyQuery, name: string) =>
	answerDownload(request, await sayer(), "Open the API keys and export them from there.", async () => {
		const { total, keys } = await exportKeys(ctx, query);
		const day = ctx.now.toISOString().slice(0, 10);
		const answer = csvAnswer(`api-keys-${name}-${day}.csv`, COLUMNS, cells(keys));
		answer.headers.set(ROWS_HEADER, String(total));
		return answer;
	});

async function* cells(keys: AsyncIterable<KeySummary>) {
	for await (const key of keys) {
		yield {
			title: key.title,
			description: key.description,
			labels: key.labels.join(", "),
			level: key.level,
			locations: locationsOf(key),
			role: key.role,
			scopes: key.scopes.join(", "),
			status: key.status,
			key: key.masked,
			lastUsed: key.lastUsedAt ?? "",
			created: key.createdAt,
			createdBy: key.createdByName,
			expires: key.expiresAt ?? "",
			deletes: key.deletesAt ?? "",
			addresses: key.allowedAddresses.join(", "),
			rateMax: String(key.rateLimit?.max ?? ""),
			rateSeconds: String(key.rateLimit?.seconds ?? ""),
			credits: String(key.creditsRemaining ?? ""),
			revokedReason: key.revokedReason ?? "",
			id: key.id,
		};
	}
}

function locationsOf({ location, chosenLocations }: KeySummary) {
	if (location) return location.name;
	return chosenLocations === null ? "All locations" : chosenLocations.map(({ name }) => name).join(", ");
}
