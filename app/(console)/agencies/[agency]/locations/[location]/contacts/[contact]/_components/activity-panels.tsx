import type { ReactNode } from "react";
import { textsOf } from "#components/texts/texts-of.ts";
import { Badge, type Tone } from "#components/ui/badge.tsx";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { ContactActivity } from "#lib/core/crm/contacts.ts";
import type { RunState } from "#lib/core/crm/workflow-states.ts";

const RUN_TONES: Record<RunState, Tone> = {
	RUNNING: "plain",
	DONE: "good",
	FAILED: "bad",
	STOPPED: "warn",
};

/** What a contact did, and what was done with it. */
export async function ActivityPanels({ activity }: { activity: ContactActivity }) {
	const [t, words] = [await textsOf("contacts"), await textsOf("words")];
	return (
		<div className="grid items-start gap-4 lg:grid-cols-3">
			<Panel title={t("one.submissions")} text={t("one.submissionsText")}>
				<Entries none={t("one.noSubmissions")} entries={activity.submissions}>
					{({ formName }) => <bdi>{formName}</bdi>}
				</Entries>
			</Panel>
			<Panel title={t("one.clicks")} text={t("one.clicksText")}>
				<Entries none={t("one.noClicks")} entries={activity.clicks}>
					{({ linkName }) => <bdi>{linkName}</bdi>}
				</Entries>
			</Panel>
			<Panel title={t("one.runs")} text={t("one.runsText")}>
				<Entries none={t("one.noRuns")} entries={activity.runs}>
					{({ workflowName, state }) => (
						<span className="flex flex-wrap items-center gap-x-2 gap-y-1">
							<bdi>{workflowName}</bdi>
							<Badge tone={RUN_TONES[state]}>{words(`run.${state}`)}</Badge>
						</span>
					)}
				</Entries>
			</Panel>
		</div>
	);
}

type EntriesProps<Entry> = { none: string; entries: Entry[]; children: (entry: Entry) => ReactNode };

function Entries<Entry extends { id: string; at: string }>({ none, entries, children }: EntriesProps<Entry>) {
	if (entries.length === 0) {
		return (
			<PanelBody>
				<p className="text-sm text-ink-muted">{none}</p>
			</PanelBody>
		);
	}
	return (
		<ul className="divide-y divide-line border-t border-line text-sm">
			{entries.map((entry) => (
				<li key={entry.id} className="flex flex-wrap justify-between gap-x-4 gap-y-0.5 px-4 py-2.5 sm:px-5">
					<span className="min-w-0 wrap-anywhere">{children(entry)}</span>
					<span className="whitespace-nowrap text-ink-muted">
						<RelativeTime value={entry.at} />
					</span>
				</li>
			))}
		</ul>
	);
}
