import Link from "next/link";
import { type PlaceSlugs, placeHref } from "#components/shell/place-href.ts";
import { textsOf } from "#components/texts/texts-of.ts";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { listAudit } from "#lib/services/audit/list.ts";
import { actionWords, actorName } from "../audit/_components/audit-words.ts";
import { foldRuns } from "./event-runs.ts";

const SHOWN = 6;
/** So many are read to have enough to show when some are repeated. */
const READ = 30;

type EventsPanelProps = {
	ctx: Parameters<typeof listAudit>[0];
	place: PlaceSlugs;
	locationId: string | null;
};

/** What happened last, for those who may read the audit log. */
export async function EventsPanel({ ctx, place, locationId }: EventsPanelProps) {
	const [t, audit] = [await textsOf("overview"), await textsOf("audit")];
	const everything = { search: "", group: null, actorId: null, locationId: null, from: null, to: null };
	const { rows, hasOlder } = await listAudit(
		ctx,
		{ placeId: locationId, ...everything },
		{ cursor: null, size: READ },
	);
	const runs = foldRuns(rows, hasOlder).slice(0, SHOWN);
	const logHref = `${placeHref(place)}/audit`;
	return (
		<Panel title={t("events.title")}>
			<PanelBody>
				{runs.length === 0 ? (
					<p className="text-sm text-ink-muted">{t("events.none")}</p>
				) : (
					<ol className="space-y-2.5 text-sm">
						{runs.map(({ event: { id, at, action, actor, subject }, times, mayGoOn }) => (
							<li key={id} className="flex flex-wrap justify-between gap-x-4">
								<span className="min-w-0">
									<Link
										href={`${logHref}?q=${encodeURIComponent(subject.id)}`}
										className="rounded underline-offset-2 hover:underline"
									>
										{actionWords(audit, action)}
										{subject.name !== null && (
											<>
												{" · "}
												<bdi className="font-medium wrap-anywhere">{subject.name}</bdi>
											</>
										)}
									</Link>{" "}
									<span className="text-ink-muted">
										{actor.id !== subject.id &&
											t.rich("events.by", {
												name: () => <bdi className="wrap-anywhere">{actorName(audit, actor)}</bdi>,
											})}
										{times > 1 && ` ${t(mayGoOn ? "events.timesOrMore" : "events.times", { count: times })}`}
									</span>
								</span>
								<span className="text-ink-muted">
									<RelativeTime value={at} />
								</span>
							</li>
						))}
					</ol>
				)}
				<p className="mt-4 text-sm">
					<Link href={logHref} className="text-accent-ink underline underline-offset-2 hover:no-underline">
						{t("events.all")}
					</Link>
				</p>
			</PanelBody>
		</Panel>
	);
}
