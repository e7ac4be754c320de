"use client";

import { useSyncExternalStore } from "react";

/**
 * What the page knows about its server: it answers, it does not, or it has become another version, which knows nothing of
 * this page's buttons any more.
 */
export type Connection = "reached" | "unreached" | "outdated";

let connection: Connection = "reached";
const readers = new Set<() => void>();

/** Says what became of the latest call. Nothing but a reload makes an outdated page new. */
export function tellConnection(next: Connection) {
	if (connection === next || connection === "outdated") return;
	connection = next;
	for (const read of readers) read();
}

function subscribe(read: () => void) {
	readers.add(read);
	return () => void readers.delete(read);
}

export const useConnection = () =>
	useSyncExternalStore(
		subscribe,
		() => connection,
		() => "reached" as const,
	);

/** Whether the browser itself says that there is no network. */
export const useIsOffline = () =>
	useSyncExternalStore(
		(read) => {
			window.addEventListener("online", read);
			window.addEventListener("offline", read);
			return () => {
				window.removeEventListener("online", read);
				window.removeEventListener("offline", read);
			};
		},
		() => !navigator.onLine,
		() => false,
	);
