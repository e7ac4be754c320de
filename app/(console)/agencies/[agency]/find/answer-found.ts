import { z } from "zod";
import type { Context } from "#lib/auth/require-context.ts";
import { FIND_CHARACTERS_MAX } from "#lib/core/found.ts";
import { findByName } from "#lib/services/search/find-by-name.ts";

const Text = z
	.string()
	.transform((text) => [...text.toWellFormed()].slice(0, FIND_CHARACTERS_MAX).join(""))
	.catch("");

/** What is found by the text of the address, as the command palette reads it. */
export async function answerFound(request: Request, ctx: Context, locationId: string | null) {
	const text = Text.parse(new URL(request.url).searchParams.get("text"));
	const found = await findByName(ctx, { text, locationId });
	return Response.json({ found }, { headers: { "Cache-Control": "no-store" } });
}
