import type { ReactNode } from "react";
import { Badge, type Tone } from "#components/ui/badge.tsx";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { ContactActivity } from "#lib/core/crm/contacts.ts";
import type { RunState } from "#lib/core/crm/workflow-steps.ts";

const RUN_WORDS: Record<RunState, { text: string; tone: Tone }> = {
	RUNNING: { text: "Running", tone: "plain" },
	DONE: { text: "Done", tone: "good" },
	FAILED: { text: "Failed", tone: "bad" },
	STOPPED: { text: "Stopped", tone: "warn" },
};

/** What a contact did, and what was done with it. */
export const ActivityPanels = ({ activity }: { activity: ContactActivity }) => (
	<div className="grid items-start gap-4 lg:grid-cols-3">
		<Panel title="Form submissions" text="The newest that the contact sent.">
			<Entries none="The contact has sent no form." entries={activity.submissions}>
				{({ formName }) => <bdi>{formName}</bdi>}
			</Entries>
		</Panel>
		<Panel title="Link clicks" text="The newest trigger links that it followed.">
			<Entries none="The contact has followed no trigger link." entries={activity.clicks}>
				{({ linkName }) => <bdi>{linkName}</bdi>}
			</Entries>
		</Panel>
		<Panel title="Workflow runs" text="The newest workflows that it went into.">
			<Entries none="The contact has been in no workflow." entries={activity.runs}>
				{({ workflowName, state }) => (
					<span className="flex flex-wrap items-center gap-x-2 gap-y-1">
						<bdi>{workflowName}</bdi>
						<Badge tone={RUN_WORDS[state].tone}>{RUN_WORDS[state].text}</Badge>
					</span>
				)}
			</Entries>
		</Panel>
	</div>
);

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
