import Link from "next/link";
import { textsOf } from "#components/texts/texts-of.ts";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { listAudit } from "#lib/services/audit/list.ts";
import { actionWords } from "../../audit/_components/audit-words.ts";

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
	const [t, audit] = [await textsOf("key"), await textsOf("audit")];
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
				<p className="text-sm text-ink-muted">{t("history.empty")}</p>
			) : (
				<ol className="space-y-2.5 text-sm">
					{rows.map((event) => (
						<li key={event.id} className="flex flex-wrap justify-between gap-x-4">
							<span>
								{actionWords(audit, event.action)}{" "}
								<span className="text-ink-muted">
									{t.rich("history.by", {
										name: () => <bdi className="wrap-anywhere">{event.actor.name}</bdi>,
									})}
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
					{t("history.all")}
				</Link>
			</p>
		</PanelBody>
	);
}

export async function HistoryPanel({ children }: { children: React.ReactNode }) {
	const t = await textsOf("key");
	return <Panel title={t("history.title")}>{children}</Panel>;
}

export async function HistorySkeleton() {
	const t = await textsOf("key");
	return (
		<PanelBody className="space-y-3">
			<span className="sr-only">{t("history.loading")}</span>
			<Skeleton className="w-72 max-w-full" />
			<Skeleton className="w-56 max-w-full" />
		</PanelBody>
	);
}
