import Link from "next/link";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { auditLabel } from "#lib/core/audit-labels.ts";
import { listAudit } from "#lib/services/audit/list.ts";

const SHOWN = 6;

type KeyHistoryProps = {
	ctx: Parameters<typeof listAudit>[0];
	keyId: string;
	/** The location in whose view it is shown. */
	placeId: string | null;
	auditHref: string;
};

/** The last things that happened to a key, for those who may read the audit log. */
export async function KeyHistory({ ctx, keyId, placeId, auditHref }: KeyHistoryProps) {
	const filters = {
		placeId,
		search: keyId,
		group: null,
		actorId: null,
		locationId: null,
		from: null,
		to: null,
	};
	const { rows } = await listAudit(ctx, filters, { cursor: null, size: SHOWN });
	return (
		<PanelBody>
			{rows.length === 0 ? (
				<p className="text-sm text-ink-muted">Nothing is recorded about this key yet.</p>
			) : (
				<ol className="space-y-2.5 text-sm">
					{rows.map((event) => (
						<li key={event.id} className="flex flex-wrap justify-between gap-x-4">
							<span>
								{auditLabel(event.action)}{" "}
								<span className="text-ink-muted">
									by <bdi className="wrap-anywhere">{event.actor.name}</bdi>
								</span>
							</span>
							<span className="text-ink-muted">
								<RelativeTime value={event.at} />
							</span>
						</li>
					))}
				</ol>
			)}
			<p className="mt-4 text-sm">
				<Link
					href={`${auditHref}?q=${keyId}`}
					className="text-accent-ink underline underline-offset-2 hover:no-underline"
				>
					All events of this key in the audit log
				</Link>
			</p>
		</PanelBody>
	);
}

export const HistoryPanel = ({ children }: { children: React.ReactNode }) => (
	<Panel title="History">{children}</Panel>
);

export const HistorySkeleton = () => (
	<PanelBody className="space-y-3">
		<span className="sr-only">Loading the history</span>
		<Skeleton className="w-72 max-w-full" />
		<Skeleton className="w-56 max-w-full" />
	</PanelBody>
);
