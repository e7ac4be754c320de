import { searchIndex } from "../_guides/search-index.ts";

export const dynamic = "force-static";

/** What the search box looks through in the browser. */
export const GET = () =>
	new Response(JSON.stringify(searchIndex()), {
		headers: { "Content-Type": "application/json", "Cache-Control": "public, max-age=300" },
	});
