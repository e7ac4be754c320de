import { Bell, CheckCheck, SearchX } from "lucide-react";
import Link from "next/link";
import { textsOf } from "#components/texts/texts-of.ts";
import { buttonStyle } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { cursorOf, isFiltered, type NotificationsSearch } from "../search-params.ts";

/** Why there is nothing to read, and the way to where there may be. */
export async function NotificationsEmpty({ search }: { search: NotificationsSearch }) {
	const t = await textsOf("notifications");
	if (isFiltered(search) || cursorOf(search) !== null) {
		return (
			<EmptyState icon={<SearchX />} title={t("noMatch")} text={t("noMatchText")}>
				<Link href="/notifications" className={buttonStyle()}>
					{t("showAll")}
				</Link>
			</EmptyState>
		);
	}
	if (search.show === "unread") {
		return (
			<EmptyState icon={<CheckCheck />} title={t("allRead")} text={t("allReadText")}>
				<Link href="/notifications" className={buttonStyle()}>
					{t("showAll")}
				</Link>
			</EmptyState>
		);
	}
	return <EmptyState icon={<Bell />} title={t("none")} text={t("noneText")} />;
}
