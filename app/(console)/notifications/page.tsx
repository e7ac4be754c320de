import { Settings } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { Suspense } from "react";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { buttonStyle } from "#components/ui/button.tsx";
import { LinkTabs } from "#components/ui/link-tabs.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { accountOf, requireViewer } from "#lib/auth/require-context.ts";
import { countUnread, newestUnread } from "#lib/services/notifications/count-unread.ts";
import { MarkAllRead } from "./_components/mark-all-read.tsx";
import { NotificationsPanel } from "./_components/notifications-panel.tsx";
import { NotificationsSkeleton } from "./_components/notifications-skeleton.tsx";
import { FROM_THE_NEWEST, loadNotificationsSearch, notificationsAddress } from "./search-params.ts";

export async function generateMetadata(): Promise<Metadata> {
	const t = await textsOf("notifications");
	return { title: t("title") };
}

const PATH = "/notifications";
const HEADING_ID = "notifications-heading";

export default async function NotificationsPage(props: PageProps<"/notifications">) {
	const account = await accountOf(await requireViewer());
	const t = await textsOf("notifications");
	const search = await loadNotificationsSearch(props.searchParams);
	const [unread, newest] = await Promise.all([countUnread(account), newestUnread(account)]);
	const tabOf = (show: "unread" | null) =>
		notificationsAddress(PATH, { ...search, ...FROM_THE_NEWEST, show });

	return (
		<PageFrame
			narrow
			title={t("title")}
			headingId={HEADING_ID}
			text={t("text")}
			action={
				<div className="flex flex-wrap gap-2">
					{newest !== null && <MarkAllRead upTo={newest} headingId={HEADING_ID} />}
					<Link href="/account#notifications" className={buttonStyle({ look: "quiet" })}>
						<Settings aria-hidden className="size-4" />
						{t("settings")}
					</Link>
				</div>
			}
			tabs={
				<LinkTabs
					label={t("title")}
					tabs={[
						{ href: tabOf(null), label: t("all"), current: search.show === null },
						{
							href: tabOf("unread"),
							label: t("unread"),
							current: search.show === "unread",
							...(unread > 0 && { count: unread }),
						},
					]}
				/>
			}
		>
			<Panel>
				<Suspense fallback={<NotificationsSkeleton />}>
					<NotificationsPanel
						account={account}
						now={account.now.toISOString()}
						search={search}
						headingId={HEADING_ID}
					/>
				</Suspense>
			</Panel>
		</PageFrame>
	);
}
