"use client";

import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ExactTime, RelativeTime } from "#components/ui/relative-time.tsx";
import { auditLabel, auditSubjectLabel } from "#lib/core/audit-labels.ts";
import type { AuditEntry } from "#lib/services/audit/list.ts";
import { AuditDetail } from "./audit-detail.tsx";

type CellProps = { event: AuditEntry };

export const TimeCell = ({ event: { at } }: CellProps) => (
	<div className="whitespace-nowrap">
		<RelativeTime value={at} />
		<div className="text-xs text-ink-muted tabular-nums">
			<ExactTime value={at} />
		</div>
	</div>
);

export const ActorCell = ({ event: { actor } }: CellProps) =>
	actor.kind === "person" ? <Name>{actor.name}</Name> : <span className="text-ink-muted">{actor.name}</span>;

export const ActionCell = ({ event: { action } }: CellProps) => (
	<span className="block font-medium text-ink md:min-w-40">{auditLabel(action)}</span>
);

export const SubjectCell = ({ event: { subject } }: CellProps) => (
	<div>
		{subject.name !== null && <Name>{subject.name}</Name>}
		<div className={subject.name === null ? undefined : "text-xs text-ink-muted"}>
			{auditSubjectLabel(subject.kind)}
		</div>
	</div>
);

export const LocationCell = ({ event: { locationName } }: CellProps) =>
	locationName === null ? <Nothing /> : <Name>{locationName}</Name>;

export const AddressCell = ({ event: { address } }: CellProps) =>
	address === "" ? (
		<Nothing />
	) : (
		<code className="font-mono text-xs wrap-anywhere text-ink-muted">{address}</code>
	);

export function DetailCell({ event }: CellProps) {
	const [open, setOpen] = useState(false);
	return (
		<>
			<Button
				look="quiet"
				size="icon"
				aria-label={`Details of event ${event.seq}`}
				onClick={() => setOpen(true)}
				className="any-pointer-coarse:size-10 md:-my-1"
			>
				<ChevronRight aria-hidden className="size-4" />
			</Button>
			<AuditDetail event={event} open={open} onOpenChange={setOpen} />
		</>
	);
}

const Nothing = () => <span className="text-ink-faint">–</span>;

/** A name of any length and script: it wraps within bounds and cannot turn its neighbours around. */
const Name = ({ children }: { children: string }) => (
	<bdi className="block wrap-anywhere md:max-w-56 md:min-w-24">{children}</bdi>
);
