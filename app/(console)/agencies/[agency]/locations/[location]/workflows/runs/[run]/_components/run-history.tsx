import { sayer, textsOf } from "#components/texts/texts-of.ts";
import { Badge } from "#components/ui/badge.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { RunDetail, RunEvent } from "#lib/core/crm/workflows.ts";
import { OutcomeBadge } from "../../../_components/workflow-status.tsx";
import { type Nameable, stepText } from "../../../_components/workflow-words.ts";

/** Every step of a run with all that came of it, also those that are still to come. */
export async function RunHistory({ run, nameable }: { run: RunDetail; nameable: Nameable }) {
	const words = { t: await textsOf("workflows"), fields: await textsOf("contactFields") };
	return (
		<ol className="divide-y divide-line">
			{run.steps.map((step, index) => {
				const events = run.history.filter(({ position }) => position === index);
				return (
					// biome-ignore lint/suspicious/noArrayIndexKey: steps have no names but their numbers
					<li key={index} className="py-3 text-sm first:pt-0 last:pb-0">
						<p className="font-medium wrap-anywhere">
							{index + 1}. <bdi>{stepText(step, nameable, words)}</bdi>
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
}

async function EventLine({ event, isWait }: { event: RunEvent; isWait: boolean }) {
	const [t, say] = [await textsOf("workflows"), await sayer()];
	return (
		<li className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-muted">
			{isWait && event.outcome === "DONE" ? (
				<Badge tone="plain">{t("run.began")}</Badge>
			) : (
				<OutcomeBadge outcome={event.outcome} />
			)}
			<RelativeTime value={event.at} />
			{event.detail && <bdi className="wrap-anywhere">{say(event.detail)}</bdi>}
		</li>
	);
}

async function Ahead({ run, index, isNew }: { run: RunDetail; index: number; isNew: boolean }) {
	const t = await textsOf("workflows");
	const isOver = run.position === run.steps.length;
	if (run.state === "RUNNING" && index === (isOver ? run.position - 1 : run.position) && run.nextAt) {
		return (
			<p className="mt-1.5 text-ink-muted">
				{t(isOver ? "run.ends" : "run.due")} <RelativeTime value={run.nextAt} />
			</p>
		);
	}
	if (!isNew) return null;
	return (
		<p className="mt-1.5">
			<Badge tone="plain">{t(run.state === "RUNNING" ? "run.toCome" : "run.notReached")}</Badge>
		</p>
	);
}
