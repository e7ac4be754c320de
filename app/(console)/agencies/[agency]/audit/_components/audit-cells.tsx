"use client";

import { ChevronRight } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { ExactTime, RelativeTime } from "#components/ui/relative-time.tsx";
import { useOnceTrue } from "#components/ui/use-once-true.ts";
import type { AuditEntry } from "#lib/services/audit/list.ts";
import { actionWords, actorName, subjectWords } from "./audit-words.ts";

const AuditDetail = dynamic(() => import("./audit-detail.tsx").then((module) => module.AuditDetail), {
	ssr: false,
});

type CellProps = { event: AuditEntry };

export const TimeCell = ({ event: { at } }: CellProps) => (
	<div className="whitespace-nowrap">
		<RelativeTime value={at} />
		<div className="text-xs text-ink-muted tabular-nums">
			<ExactTime value={at} />
		</div>
	</div>
);

export function ActorCell({ event: { actor } }: CellProps) {
	const t = useTranslations("audit");
	if (actor.kind === "person") return <Name>{actor.name}</Name>;
	return <span className="text-ink-muted">{actorName(t, actor)}</span>;
}

export function ActionCell({ event: { action } }: CellProps) {
	const t = useTranslations("audit");
	return <span className="block font-medium text-ink md:min-w-40">{actionWords(t, action)}</span>;
}

export function SubjectCell({ event: { subject } }: CellProps) {
	const t = useTranslations("audit");
	return (
		<div>
			{subject.name !== null && <Name>{subject.name}</Name>}
			<div className={subject.name === null ? undefined : "text-xs text-ink-muted"}>
				{subjectWords(t, subject.kind)}
			</div>
		</div>
	);
}

export const LocationCell = ({ event: { locationName } }: CellProps) =>
	locationName === null ? <Nothing /> : <Name>{locationName}</Name>;

export const AddressCell = ({ event: { address } }: CellProps) =>
	address === "" ? (
		<Nothing />
	) : (
		<code className="font-mono text-xs wrap-anywhere text-ink-muted">{address}</code>
	);

export function DetailCell({ event }: CellProps) {
	const t = useTranslations("audit");
	const [open, setOpen] = useState(false);
	const isWanted = useOnceTrue(open);
	return (
		<>
			<Button
				look="quiet"
				size="icon"
				aria-label={t("detailsOf", { number: String(event.seq) })}
				onClick={() => setOpen(true)}
				className="any-pointer-coarse:size-10 md:-my-1"
			>
				<ChevronRight aria-hidden className="size-4" />
			</Button>
			{isWanted && <AuditDetail event={event} open={open} onOpenChange={setOpen} />}
		</>
	);
}

const Nothing = () => <span className="text-ink-faint">–</span>;

/** A name of any length and script: it wraps within bounds and cannot turn its neighbours around. */
const Name = ({ children }: { children: string }) => (
	<bdi className="block wrap-anywhere md:max-w-56 md:min-w-24">{children}</bdi>
);
