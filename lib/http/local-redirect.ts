/** Longer addresses do not fit into the headers that clients and proxies take. */
const LENGTH_MAX = 2_000;
const ANY_ORIGIN = "http://local.invalid";

/** The path of an address on this site, or "/" for anything that would lead elsewhere. */
export function localPath(address: string | null): string {
	if (!address?.startsWith("/") || address.length > LENGTH_MAX || !URL.canParse(address, ANY_ORIGIN))
		return "/";
	const url = new URL(address, ANY_ORIGIN);
	return url.origin === ANY_ORIGIN && !url.pathname.startsWith("//") ? url.pathname + url.search : "/";
}

/** "Go there with GET": the answer to a form post. */
export const seeOther = (path: string, headers: Record<string, string> = {}) =>
	new Response(null, { status: 303, headers: { ...headers, Location: path, "Cache-Control": "no-store" } });
