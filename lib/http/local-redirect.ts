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
export function seeOther(path: string, headers: HeadersInit = {}) {
	const all = new Headers(headers);
	all.set("Location", path);
	all.set("Cache-Control", "no-store");
	return new Response(null, { status: 303, headers: all });
}
