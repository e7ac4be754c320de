import {
	createLoader,
	createParser,
	createSerializer,
	type inferParserType,
	parseAsStringLiteral,
} from "nuqs/server";
import { NOTIFICATION_GROUP_NAMES } from "#lib/core/notification-groups.ts";
import { Slug } from "#lib/core/slug.ts";
import { parseAsPage } from "../agencies/[agency]/keys/search-params.ts";

export const PAGE_SIZE = 25;

const parseAsSlug = createParser({
	parse: (text) => Slug.safeParse(text).data ?? null,
	serialize: (slug) => slug,
});

/** Which notifications are listed, in the address. What cannot be read falls back to its default. */
export const notificationsSearch = {
	show: parseAsStringLiteral(["unread"]),
	group: parseAsStringLiteral(NOTIFICATION_GROUP_NAMES),
	agency: parseAsSlug,
	page: parseAsPage,
};

export type NotificationsSearch = inferParserType<typeof notificationsSearch>;

export const loadNotificationsSearch = createLoader(notificationsSearch);

export const notificationsAddress = createSerializer(notificationsSearch);

export const isFiltered = ({ group, agency }: NotificationsSearch) => group !== null || agency !== null;
