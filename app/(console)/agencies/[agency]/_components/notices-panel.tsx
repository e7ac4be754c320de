import Link from "next/link";
import type { PlaceSlugs } from "#components/shell/place-href.ts";
import { languageOf, textsOf } from "#components/texts/texts-of.ts";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { accountOf, requireViewer } from "#lib/auth/require-context.ts";
import { noticeBlanks } from "#lib/core/notification-text.ts";
import { listNotifications } from "#lib/services/notifications/list.ts";

const SHOWN = 3;

/** What the reader was told about the keys of a view and has not read; nothing when there is none. */
export async function NoticesPanel({ place }: { place: PlaceSlugs }) {
	const [t, told, language] = [await textsOf("overview"), await textsOf("notifications"), await languageOf()];
	const account = await accountOf(await requireViewer());
	const filters = { unreadOnly: true, group: null, agencySlug: place.agency, locationSlug: place.location };
	const { rows } = await listNotifications(account, filters, { cursor: null, size: SHOWN });
	if (rows.length === 0) return null;
	return (
		<Panel title={t("notices.title")}>
			<PanelBody>
				<ul className="space-y-2.5 text-sm">
					{rows.map(({ id, notice, path, createdAt }) => (
						<li key={id} className="flex flex-wrap justify-between gap-x-4">
							<Link href={path} className="min-w-0 rounded underline-offset-2 wrap-anywhere hover:underline">
								{told(`told.${notice.kind}.subject`, noticeBlanks(notice, language))}
							</Link>
							<span className="text-ink-muted">
								<RelativeTime value={createdAt} />
							</span>
						</li>
					))}
				</ul>
				<p className="mt-4 text-sm">
					<Link
						href={`/notifications?show=unread&agency=${place.agency}`}
						className="text-accent-ink underline underline-offset-2 hover:no-underline"
					>
						{t("notices.all")}
					</Link>
				</p>
			</PanelBody>
		</Panel>
	);
}
