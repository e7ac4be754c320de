import { Badge } from "#components/ui/badge.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { RunDetail, RunEvent } from "#lib/core/crm/workflows.ts";
import { OutcomeBadge } from "../../../_components/workflow-status.tsx";
import { type Nameable, stepText } from "../../../_components/workflow-words.ts";

/** Every step of a run with all that came of it, also those that are still to come. */
export const RunHistory = ({ run, nameable }: { run: RunDetail; nameable: Nameable }) => (
	<ol className="divide-y divide-line">
		{run.steps.map((step, index) => {
			const events = run.history.filter(({ position }) => position === index);
			return (
				// biome-ignore lint/suspicious/noArrayIndexKey: steps have no names but their numbers
				<li key={index} className="py-3 text-sm first:pt-0 last:pb-0">
					<p className="font-medium wrap-anywhere">
						{index + 1}. <bdi>{stepText(step, nameable)}</bdi>
					</p>
					{events.length > 0 ? (
						<ul className="mt-1.5 space-y-1.5">
							{events.map((event) => (
								<EventLine key={event.id} event={event} isWait={step.kind === "wait"} />
							))}
						</ul>
					) : null}
					<Ahead run={run} index={index} isNew={events.length === 0} />
				</li>
			);
		})}
	</ol>
);

const EventLine = ({ event, isWait }: { event: RunEvent; isWait: boolean }) => (
	<li className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-muted">
		{isWait && event.outcome === "DONE" ? (
			<Badge tone="plain">Began</Badge>
		) : (
			<OutcomeBadge outcome={event.outcome} />
		)}
		<RelativeTime value={event.at} />
		{event.detail && <bdi className="wrap-anywhere">{event.detail}</bdi>}
	</li>
);

function Ahead({ run, index, isNew }: { run: RunDetail; index: number; isNew: boolean }) {
	const isOver = run.position === run.steps.length;
	if (run.state === "RUNNING" && index === (isOver ? run.position - 1 : run.position) && run.nextAt) {
		return (
			<p className="mt-1.5 text-ink-muted">
				{isOver ? "Ends" : "Due"} <RelativeTime value={run.nextAt} />
			</p>
		);
	}
	if (!isNew) return null;
	return (
		<p className="mt-1.5">
			<Badge tone="plain">{run.state === "RUNNING" ? "To come" : "Not reached"}</Badge>
		</p>
	);
}
