export type Recent = { href: string; label: string; kind: string };

const RECENTS_MAX = 5;
const PREFIX = "latchkey-recents:";
const nameFor = (email: string) => `${PREFIX}${email}`;

/** Where a person went last by the palette, the latest first. The window forgets it when they sign out or close it. */
export function readRecents(email: string): Recent[] {
	try {
		const kept: unknown = JSON.parse(sessionStorage.getItem(nameFor(email)) ?? "[]");
		return Array.isArray(kept) ? kept.filter(isRecent) : [];
	} catch {
		return [];
	}
}

export function noteRecent(email: string, recent: Recent) {
	const others = readRecents(email).filter(({ href }) => href !== recent.href);
	try {
		sessionStorage.setItem(nameFor(email), JSON.stringify([recent, ...others].slice(0, RECENTS_MAX)));
	} catch {
		// The browser keeps nothing for this site: the way there is not barred by that.
	}
}

/** They name keys and people: nobody who comes after at this machine reads them. */
export function forgetRecents() {
	try {
		for (const name of Object.keys(sessionStorage))
			if (name.startsWith(PREFIX)) sessionStorage.removeItem(name);
	} catch {
		// Where nothing is kept, nothing is to be forgotten.
	}
}

const isRecent = (one: unknown): one is Recent =>
	typeof one === "object" &&
	one !== null &&
	"href" in one &&
	"label" in one &&
	"kind" in one &&
	typeof one.href === "string" &&
	/^\/(?!\/)/.test(one.href) &&
	typeof one.label === "string" &&
	typeof one.kind === "string";
