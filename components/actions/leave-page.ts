/** Dispatched before a control that is no link leads away from a page. Whoever prevents it goes on later, or never. */
export const LEAVING = "latchkey:leaving";

declare global {
	interface WindowEventMap {
		[LEAVING]: CustomEvent<() => void>;
	}
}

/** Leaves the page, unless something on it has to be asked about first. */
export function leavePage(go: () => void) {
	if (window.dispatchEvent(new CustomEvent(LEAVING, { detail: go, cancelable: true }))) go();
}

/** The address of this site to which a click leads in this window; null for any other click. */
export function followedLink(event: MouseEvent): string | null {
	const { button, metaKey, ctrlKey, shiftKey, altKey, target } = event;
	if (button !== 0 || metaKey || ctrlKey || shiftKey || altKey || !(target instanceof Element)) return null;
	const link = target.closest<HTMLAnchorElement>("a[href]");
	if (link?.download !== "" || !["", "_self"].includes(link.target)) return null;
	const url = new URL(link.href);
	const isSamePage = url.pathname === location.pathname && url.search === location.search;
	return url.origin === location.origin && !isSamePage ? url.pathname + url.search + url.hash : null;
}
