import { Settings } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { Suspense } from "react";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { buttonStyle } from "#components/ui/button.tsx";
import { LinkTabs } from "#components/ui/link-tabs.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { accountOf, requireViewer } from "#lib/auth/require-context.ts";
import { countUnread, newestUnread } from "#lib/services/notifications/count-unread.ts";
import { MarkAllRead } from "./_components/mark-all-read.tsx";
import { NotificationsPanel } from "./_components/notifications-panel.tsx";
import { NotificationsSkeleton } from "./_components/notifications-skeleton.tsx";
import { FROM_THE_NEWEST, loadNotificationsSearch, notificationsAddress } from "./search-params.ts";

export const metadata: Metadata = { title: "Notifications" };

const PATH = "/notifications";
const HEADING_ID = "notifications-heading";

export default async function NotificationsPage(props: PageProps<"/notifications">) {
	const account = await accountOf(await requireViewer());
	const search = await loadNotificationsSearch(props.searchParams);
	const [unread, newest] = await Promise.all([countUnread(account), newestUnread(account)]);
	const tabOf = (show: "unread" | null) =>
		notificationsAddress(PATH, { ...search, ...FROM_THE_NEWEST, show });

	return (
		<PageFrame
			narrow
			title="Notifications"
			headingId={HEADING_ID}
			text="What you should know about the keys that you answer for."
			action={
				<div className="flex flex-wrap gap-2">
					{newest !== null && <MarkAllRead upTo={newest} headingId={HEADING_ID} />}
					<Link href="/account#notifications" className={buttonStyle({ look: "quiet" })}>
						<Settings aria-hidden className="size-4" />
						Settings
					</Link>
				</div>
			}
			tabs={
				<LinkTabs
					label="Notifications"
					tabs={[
						{ href: tabOf(null), label: "All", current: search.show === null },
						{
							href: tabOf("unread"),
							label: "Unread",
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
