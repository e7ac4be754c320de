import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { type DerivedKey, keyRing } from "#lib/config/secrets.ts";
import { AppError } from "#lib/core/errors.ts";

/** What a cursor belongs to: an agency, a list of it, and what the list was narrowed to. It goes on nowhere else. */
export type CursorHome = { agencyId: string; list: string; filters: object };

const MAC_BYTES = 16;
const CURSOR_MAX = 500;

/** A cursor as it stands in a query. */
export const Cursor = z
	.string()
	.min(1)
	.max(CURSOR_MAX)
	.optional()
	.describe("The nextCursor of the answer before, with the same filters.");

const signed = ({ bytes }: DerivedKey, { agencyId, list, filters }: CursorHome, position: string) =>
	createHmac("sha256", bytes)
		.update(JSON.stringify([agencyId, list, filters, position]))
		.digest()
		.subarray(0, MAC_BYTES);

/** Where a list goes on, in a form that its reader cannot change and that fits no other list. */
export function makeCursor(home: CursorHome, position: object): string {
	const text = JSON.stringify(position);
	const mac = signed(keyRing("cursor")[0], home, text);
	return Buffer.concat([mac, Buffer.from(text)]).toString("base64url");
}

/** The position that a cursor stands for. */
export function readCursor<T>(home: CursorHome, cursor: string, position: z.ZodType<T>): T {
	const bytes = Buffer.from(cursor, "base64url");
	const [mac, text] = [bytes.subarray(0, MAC_BYTES), bytes.subarray(MAC_BYTES).toString("utf8")];
	const isOurs =
		mac.length === MAC_BYTES &&
		keyRing("cursor").some((key) => timingSafeEqual(mac, signed(key, home, text)));
	// One that an earlier release made may stand for a place in another form.
	const read = isOurs ? position.safeParse(JSON.parse(text)) : null;
	if (read?.success) return read.data;
	const message = "This cursor belongs to no list with these filters. Begin without one.";
	throw new AppError("invalid_input", message, { fields: [{ field: "cursor", message }] });
}
