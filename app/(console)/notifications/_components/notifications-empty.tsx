import { Bell, CheckCheck, SearchX } from "lucide-react";
import Link from "next/link";
import { buttonStyle } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { cursorOf, isFiltered, type NotificationsSearch } from "../search-params.ts";

/** Why there is nothing to read, and the way to where there may be. */
export function NotificationsEmpty({ search }: { search: NotificationsSearch }) {
	if (isFiltered(search) || cursorOf(search) !== null) {
		return (
			<EmptyState icon={<SearchX />} title="Nothing here" text="No notification matches what you chose.">
				<Link href="/notifications" className={buttonStyle()}>
					Show all
				</Link>
			</EmptyState>
		);
	}
	if (search.show === "unread") {
		return (
			<EmptyState
				icon={<CheckCheck />}
				title="You have read everything"
				text="Whatever is new is counted at the bell, on every page."
			>
				<Link href="/notifications" className={buttonStyle()}>
					Show all
				</Link>
			</EmptyState>
		);
	}
	return (
		<EmptyState
			icon={<Bell />}
			title="No notifications yet"
			text="Of every key that you may change, you hear here before it expires or is deleted because nobody uses it, when it should be rotated, and when somebody finds it in public."
		/>
	);
}
