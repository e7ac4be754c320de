"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { MARKS } from "#components/texts/marks.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogBody, DialogFooter, DialogHeader } from "#components/ui/dialog.tsx";
import { ExactTime, RelativeTime } from "#components/ui/relative-time.tsx";
import type { AuditEntry } from "#lib/services/audit/list.ts";
import { actionWords, actorName, subjectWords } from "./audit-words.ts";
import { EventDifference } from "./event-difference.tsx";

type AuditDetailProps = { event: AuditEntry; open: boolean; onOpenChange: (open: boolean) => void };

/** All that the log knows about an event. */
export function AuditDetail({ event, open, onOpenChange }: AuditDetailProps) {
	const [t, ui] = [useTranslations("audit"), useTranslations("ui")];
	return (
		<Dialog open={open} onOpenChange={onOpenChange}>
			<DialogHeader
				title={actionWords(t, event.action)}
				text={
					<>
						<bdi>{actorName(t, event.actor)}</bdi>, <RelativeTime value={event.at} />
					</>
				}
			/>
			<DialogBody tabIndex={0} className="space-y-6 -outline-offset-2">
				<Facts event={event} />
				<EventDifference event={event} />
			</DialogBody>
			<DialogFooter>
				<Button onClick={() => onOpenChange(false)}>{ui("close")}</Button>
			</DialogFooter>
		</Dialog>
	);
}

function Facts({ event }: { event: AuditEntry }) {
	const t = useTranslations("audit");
	const { seq, id, at, action, actor, subject, locationName, address } = event;
	return (
		<dl className="grid gap-x-6 gap-y-3 text-sm sm:grid-cols-[8rem_1fr]">
			<Fact name={t("when")}>
				<ExactTime value={at} />{" "}
				<span className="text-ink-muted tabular-nums">({at.replace("T", " ").replace("Z", " UTC")})</span>
			</Fact>
			<Fact name={t("who")}>
				<bdi>{actorName(t, actor)}</bdi>
			</Fact>
			<Fact name={t("action")}>
				<code className="font-mono text-xs">{action}</code>
			</Fact>
			<Fact name={t("subject")}>
				{subjectWords(t, subject.kind)}{" "}
				{subject.name !== null && t.rich("quoted", { ...MARKS, name: subject.name })}
				<code className="block font-mono text-xs text-ink-muted">{subject.id}</code>
			</Fact>
			{locationName !== null && (
				<Fact name={t("location")}>
					<bdi>{locationName}</bdi>
				</Fact>
			)}
			<Fact name={t("address")}>
				{address === "" ? t("notKnown") : <code className="font-mono text-xs">{address}</code>}
			</Fact>
			<Fact name={t("event")}>
				{t("number", { number: String(seq) })}
				<code className="block font-mono text-xs text-ink-muted">{id}</code>
			</Fact>
		</dl>
	);
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
	<div className="contents">
		<dt className="text-ink-muted max-sm:-mb-2">{name}</dt>
		<dd className="min-w-0 wrap-anywhere">{children}</dd>
	</div>
);
