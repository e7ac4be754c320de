"use client";

import { Monitor } from "lucide-react";
import dynamic from "next/dynamic";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { useAction } from "#components/actions/use-action.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import { useOnceTrue } from "#components/ui/use-once-true.ts";
import { endOtherSessionsAction, endSessionAction } from "../actions.ts";

const ConfirmDialog = dynamic(
	() => import("#components/actions/confirm-dialog.tsx").then((module) => module.ConfirmDialog),
	{ ssr: false },
);

type Session = {
	id: string;
	device: string;
	address: string;
	createdAt: string;
	lastSeenAt: string;
	isThis: boolean;
};

export function SessionsPanel({ sessions }: { sessions: Session[] }) {
	const t = useTranslations("account.sessions");
	const heading = useRef<HTMLHeadingElement>(null);
	return (
		<Panel
			title={
				<span ref={heading} tabIndex={-1} className="outline-none">
					{t("title")}
				</span>
			}
			text={t("text")}
			action={sessions.length > 1 && <EndOthersButton onDone={() => heading.current?.focus()} />}
		>
			<ul aria-label={t("title")} className="divide-y divide-line border-t border-line">
				{sessions.map((session) => (
					<SessionRow key={session.id} session={session} onEnded={() => heading.current?.focus()} />
				))}
			</ul>
		</Panel>
	);
}

function SessionRow({ session, onEnded }: { session: Session; onEnded: () => void }) {
	const t = useTranslations("account.sessions");
	const { run, pending } = useAction(endSessionAction);
	const { tellDone, tellFailure } = useToasts();

	function end() {
		run(
			{ sessionId: session.id },
			({ message }) => {
				onEnded();
				tellDone(message);
			},
			({ message }) => tellFailure(message),
		);
	}

	return (
		<li className="flex items-center gap-3 px-4 py-3 sm:px-5">
			<Monitor aria-hidden className="size-5 shrink-0 text-ink-muted" />
			<div className="min-w-0 flex-1">
				<p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm font-medium">
					<bdi>{session.device}</bdi>
					{session.isThis && <Badge tone="good">{t("here")}</Badge>}
				</p>
				<p className="mt-0.5 text-xs wrap-anywhere text-ink-muted">
					{session.address && (
						<>
							<bdi>{session.address}</bdi> ·{" "}
						</>
					)}
					{t.rich("seen", {
						seen: () => <RelativeTime value={session.lastSeenAt} />,
						since: () => <RelativeTime value={session.createdAt} />,
					})}
				</p>
			</div>
			{!session.isThis && (
				<Button
					size="small"
					pending={pending}
					onClick={end}
					aria-label={t("endOf", { device: session.device })}
				>
					{t("end")}
				</Button>
			)}
		</li>
	);
}

function EndOthersButton({ onDone }: { onDone: () => void }) {
	const t = useTranslations("account.sessions");
	const [asking, setAsking] = useState(false);
	const isWanted = useOnceTrue(asking);
	const { run, pending } = useAction(endOtherSessionsAction);
	const { tellDone, tellFailure } = useToasts();

	function end() {
		run(
			undefined,
			({ message }) => {
				setAsking(false);
				onDone();
				tellDone(message);
			},
			({ message }) => {
				setAsking(false);
				tellFailure(message);
			},
		);
	}

	return (
		<>
			<Button size="small" onClick={() => setAsking(true)}>
				{t("endOthers")}
			</Button>
			{isWanted && (
				<ConfirmDialog
					open={asking}
					onClose={() => setAsking(false)}
					title={t("endOthersTitle")}
					button={{ text: t("endOthers"), look: "danger" }}
					pending={pending}
					refusal={null}
					onConfirm={end}
				>
					<p>{t("endOthersText")}</p>
				</ConfirmDialog>
			)}
		</>
	);
}
