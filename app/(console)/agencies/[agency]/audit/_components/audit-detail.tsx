"use client";

import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogBody, DialogFooter, DialogHeader } from "#components/ui/dialog.tsx";
import { ExactTime, RelativeTime } from "#components/ui/relative-time.tsx";
import { auditLabel, auditSubjectLabel } from "#lib/core/audit-labels.ts";
import type { AuditEntry } from "#lib/services/audit/list.ts";
import { EventDifference } from "./event-difference.tsx";

type AuditDetailProps = { event: AuditEntry; open: boolean; onOpenChange: (open: boolean) => void };

/** All that the log knows about an event. */
export const AuditDetail = ({ event, open, onOpenChange }: AuditDetailProps) => (
	<Dialog open={open} onOpenChange={onOpenChange}>
		<DialogHeader
			title={auditLabel(event.action)}
			text={
				<>
					<bdi>{event.actor.name}</bdi>, <RelativeTime value={event.at} />
				</>
			}
		/>
		<DialogBody tabIndex={0} className="space-y-6 -outline-offset-2">
			<Facts event={event} />
			<EventDifference event={event} />
		</DialogBody>
		<DialogFooter>
			<Button onClick={() => onOpenChange(false)}>Close</Button>
		</DialogFooter>
	</Dialog>
);

const Facts = ({
	event: { seq, id, at, action, actor, subject, locationName, address },
}: {
	event: AuditEntry;
}) => (
	<dl className="grid gap-x-6 gap-y-3 text-sm sm:grid-cols-[8rem_1fr]">
		<Fact name="When">
			<ExactTime value={at} />{" "}
			<span className="text-ink-muted tabular-nums">({at.replace("T", " ").replace("Z", " UTC")})</span>
		</Fact>
		<Fact name="Who">
			<bdi>{actor.name}</bdi>
		</Fact>
		<Fact name="Action">
			<code className="font-mono text-xs">{action}</code>
		</Fact>
		<Fact name="Subject">
			{auditSubjectLabel(subject.kind)} {subject.name !== null && <bdi>“{subject.name}”</bdi>}
			<code className="block font-mono text-xs text-ink-muted">{subject.id}</code>
		</Fact>
		{locationName !== null && (
			<Fact name="Location">
				<bdi>{locationName}</bdi>
			</Fact>
		)}
		<Fact name="Address">
			{address === "" ? "Not known" : <code className="font-mono text-xs">{address}</code>}
		</Fact>
		<Fact name="Event">
			Number {seq}
			<code className="block font-mono text-xs text-ink-muted">{id}</code>
		</Fact>
	</dl>
);

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
	<div className="contents">
		<dt className="text-ink-muted max-sm:-mb-2">{name}</dt>
		<dd className="min-w-0 wrap-anywhere">{children}</dd>
	</div>
);
