import {
	createLoader,
	createParser,
	createSerializer,
	type inferParserType,
	parseAsStringLiteral,
} from "nuqs/server";
import { parseAsId } from "#components/data-table/parse-as-id.ts";
import { NOTIFICATION_GROUP_NAMES } from "#lib/core/notification-groups.ts";
import { isSlug } from "#lib/core/slug.ts";

export const PAGE_SIZE = 25;

const parseAsSlug = createParser({
	parse: (text) => (isSlug(text) ? text : null),
	serialize: (slug) => slug,
});

/** Which notifications are listed, in the address. What cannot be read falls back to its default. */
export const notificationsSearch = {
	show: parseAsStringLiteral(["unread"]),
	group: parseAsStringLiteral(NOTIFICATION_GROUP_NAMES),
	agency: parseAsSlug,
	before: parseAsId,
	after: parseAsId,
};

export type NotificationsSearch = inferParserType<typeof notificationsSearch>;

export const loadNotificationsSearch = createLoader(notificationsSearch);

export const notificationsAddress = createSerializer(notificationsSearch);

export const isFiltered = ({ group, agency }: NotificationsSearch) => group !== null || agency !== null;

/** Narrowing or widening shows other notifications, so it starts over at the newest. */
export const FROM_THE_NEWEST = { before: null, after: null };

export function cursorOf({ before, after }: NotificationsSearch) {
	if (before !== null) return { olderThan: before };
	return after === null ? null : { newerThan: after };
}
