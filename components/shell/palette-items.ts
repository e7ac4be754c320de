import type { Wish } from "#components/actions/wish.ts";
import type { Found, FoundKind } from "#lib/core/found.ts";
import { PERMISSIONS, type Permission, type PersonRole } from "#lib/core/permissions.ts";
import type { HeaderPlace } from "./console-header.tsx";
import type { Recent } from "./recents.ts";
import { type SectionLink, sectionsOf } from "./sections.ts";
import { viewGroups } from "./view-options.ts";

export type Does =
	| { go: string; wish?: Wish }
	| { theme: "light" | "dark" | "system" }
	| { show: "shortcuts" }
	| { exactTimes: true }
	| { signOut: true };

export type PaletteItem = { id: string; kind: string; label: string; detail: string; does: Does };
export type PaletteGroup = { value: string; items: PaletteItem[] };

type View = { agency?: string; location?: string };

/** The view that the palette acts in: that of the address, or the first that the person has. */
export function viewAt(places: readonly HeaderPlace[], params: View): View {
	if (params.agency) return params;
	const [first] = places;
	if (!first) return {};
	const agency = first.agency.slug;
	const [location] = first.locations;
	return first.role || !location ? { agency } : { agency, location: location.slug };
}

/** The address that the view's pages begin with. */
export function baseOf({ agency, location }: View) {
	if (!agency) return null;
	return location ? `/agencies/${agency}/locations/${location}` : `/agencies/${agency}`;
}

export const pageItems = (
	places: readonly HeaderPlace[],
	view: View,
	named: (name: SectionLink["name"]) => string,
): PaletteItem[] =>
	sectionsOf(places, view).map(({ href, name }) => ({
		id: href,
		kind: "page",
		label: named(name),
		detail: "",
		does: { go: href },
	}));

export const viewItems = (places: readonly HeaderPlace[], agencyView: string): PaletteItem[] =>
	viewGroups(places, agencyView).flatMap(({ items }) =>
		items.map(({ value, label, kind, agencyName }) => ({
			id: `view:${value}`,
			kind,
			label: kind === "agency" ? agencyName : label,
			detail: kind === "agency" ? agencyView : agencyName,
			does: { go: value },
		})),
	);

type Words = Record<
	| "createKey"
	| "createLocation"
	| "invite"
	| "account"
	| "notifications"
	| "light"
	| "dark"
	| "system"
	| "developers"
	| "shortcuts"
	| "exactTimes"
	| "signOut",
	string
>;

/** What can be done from anywhere, as far as one's role in the view reaches. */
export function actionItems(places: readonly HeaderPlace[], view: View, words: Words): PaletteItem[] {
	const base = baseOf(view);
	const may = (permission: Permission) => mayIn(places, view, permission);
	const wishes: [keyof Words, string, Wish, Permission][] = [
		["createKey", "keys", "create-key", view.location ? "location_key.write" : "agency_key.write"],
		...(view.location
			? []
			: ([["createLocation", "locations", "create-location", "location.write"]] satisfies [
					keyof Words,
					string,
					Wish,
					Permission,
				][])),
		["invite", "people", "invite-people", view.location ? "location_member.write" : "agency_member.write"],
	];
	const always: [keyof Words, Does][] = [
		["notifications", { go: "/notifications" }],
		["account", { go: "/account" }],
		["developers", { go: "/developers" }],
		["shortcuts", { show: "shortcuts" }],
		["exactTimes", { exactTimes: true }],
		["light", { theme: "light" }],
		["dark", { theme: "dark" }],
		["system", { theme: "system" }],
		["signOut", { signOut: true }],
	];
	const item = (word: keyof Words, does: Does): PaletteItem => ({
		id: word,
		kind: word,
		label: words[word],
		detail: "",
		does,
	});
	return [
		...wishes
			.filter(([, , , permission]) => base !== null && may(permission))
			.map(([word, page, wish]) => item(word, { go: `${base}/${page}`, wish })),
		...always.map(([word, does]) => item(word, does)),
	];
}

function mayIn(places: readonly HeaderPlace[], { agency, location }: View, permission: Permission) {
	const place = places.find((one) => one.agency.slug === agency);
	const role = location ? place?.locations.find(({ slug }) => slug === location)?.role : place?.role;
	return role != null && (PERMISSIONS[permission] as readonly PersonRole[]).includes(role);
}

export const recentItems = (recents: readonly Recent[]): PaletteItem[] =>
	recents.map(({ href, label, kind }) => ({
		id: `recent:${href}`,
		kind,
		label,
		detail: "",
		does: { go: href },
	}));

/** The things of one kind that the server found, each with its own page. */
export const foundItems = (
	found: readonly Found[],
	kind: FoundKind,
	view: View,
	agencyLevel: string,
): PaletteItem[] =>
	found
		.filter((one) => one.kind === kind)
		.map((one) => ({
			id: `${kind}:${one.id}`,
			kind,
			label: one.name,
			detail: kind === "key" && one.locationSlug === null ? agencyLevel : one.detail,
			does: { go: hrefOf(one, view) },
		}));

const PAGES: Record<Exclude<FoundKind, "key" | "person">, string> = {
	contact: "contacts",
	form: "forms",
	link: "links",
	workflow: "workflows",
};

function hrefOf({ kind, id, name, locationSlug }: Found, view: View) {
	if (kind === "key") {
		const at = locationSlug ? { ...view, location: locationSlug } : view;
		return `${baseOf(at)}/keys/${id}`;
	}
	// People have no page of their own.
	if (kind === "person") return `${baseOf(view)}/people?q=${encodeURIComponent(name)}`;
	return `${baseOf(view)}/${PAGES[kind]}/${id}`;
}

/** The items whose label or detail contains every word that was typed, those that begin with it first. */
export function matching(items: readonly PaletteItem[], text: string, max: number) {
	const words = text.toLowerCase().split(/\s+/).filter(Boolean);
	const has = ({ label, detail }: PaletteItem) => {
		const said = `${label} ${detail}`.toLowerCase();
		return words.every((word) => said.includes(word));
	};
	return items
		.filter(has)
		.toSorted((one, other) => Number(begins(other, text)) - Number(begins(one, text)))
		.slice(0, max);
}

/** Groups whose first item begins with what was typed come before the others. */
export const byNearness = (groups: readonly PaletteGroup[], text: string) =>
	groups.toSorted((one, other) => Number(begins(other.items[0], text)) - Number(begins(one.items[0], text)));

function begins(item: PaletteItem | undefined, text: string) {
	const typed = text.trim().toLowerCase();
	return typed !== "" && item !== undefined && item.label.toLowerCase().startsWith(typed);
}
