"use client";

import { useMemo, useState } from "react";
import { useTranslations } from "use-intl/react";
import { useBrowserSetting } from "#components/ui/browser-setting.ts";
import { FOUND_KINDS } from "#lib/core/found.ts";
import type { HeaderPlace } from "./console-header.tsx";
import {
	actionItems,
	baseOf,
	byNearness,
	foundItems,
	matching,
	type PaletteGroup,
	type PaletteItem,
	pageItems,
	recentItems,
	viewAt,
	viewItems,
} from "./palette-items.ts";
import { readRecents } from "./recents.ts";
import { useFound } from "./use-found.ts";

const VIEWS_MAX = 6;
const ALL = Number.POSITIVE_INFINITY;

type Asks = {
	places: readonly HeaderPlace[];
	email: string;
	params: { agency?: string; location?: string };
};

/** What the palette lists for what is typed: what is known here at once, and then what the server finds. */
export function usePaletteGroups(text: string, { places, email, params }: Asks) {
	const t = useTranslations("palette");
	const tSections = useTranslations("shell.sections");
	const [isExact] = useBrowserSetting("exact-times");
	const [recents] = useState(() => readRecents(email));
	const view = viewAt(places, params);
	const { found, ...search } = useFound(text, baseOf(view));
	// Until the answer comes, that to an older text stands in for it, as far as it fits what is typed now.
	const stillMeant = (items: readonly PaletteItem[]) =>
		search.status === "searching" ? matching(items, text, ALL) : [...items];

	const known = useMemo(() => {
		const at = viewAt(places, params);
		const words = {
			createKey: t("actions.createKey"),
			createLocation: t("actions.createLocation"),
			invite: t("actions.invite"),
			account: t("actions.account"),
			notifications: t("actions.notifications"),
			light: t("actions.light"),
			dark: t("actions.dark"),
			system: t("actions.system"),
			developers: t("actions.developers"),
			shortcuts: t("actions.shortcuts"),
			exactTimes: isExact ? t("actions.relativeTimes") : t("actions.exactTimes"),
			signOut: t("actions.signOut"),
		};
		return {
			pages: pageItems(places, at, (name) => tSections(name)),
			actions: actionItems(places, at, words),
			views: viewItems(places, t("agencyView")),
		};
	}, [places, params, t, tSections, isExact]);

	const isAsked = text.trim() !== "";
	const here: PaletteGroup[] = [
		{ value: t("groups.recent"), items: isAsked ? [] : recentItems(recents) },
		{ value: t("groups.pages"), items: matching(known.pages, text, ALL) },
		{ value: t("groups.actions"), items: matching(known.actions, text, ALL) },
		{ value: t("groups.views"), items: matching(known.views, text, VIEWS_MAX) },
	];
	const groups: PaletteGroup[] = [
		// What the server finds comes later, and moves nothing that somebody is about to choose.
		...byNearness(here, text),
		...FOUND_KINDS.map((kind) => ({
			value: t(`groups.${kind}`),
			items: stillMeant(foundItems(found, kind, view, t("agencyLevel"))),
		})),
	].filter(({ items }) => items.length > 0);

	return { groups, ...search };
}
