"use client";

import { Monitor } from "lucide-react";
import { useRef, useState } from "react";
import { useAction } from "#components/actions/use-action.ts";
import {
	AlertDialog,
	AlertDialogBody,
	AlertDialogFooter,
	AlertDialogText,
} from "#components/ui/alert-dialog.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import { endOtherSessionsAction, endSessionAction } from "../actions.ts";

type Session = {
	id: string;
	device: string;
	address: string;
	createdAt: string;
	lastSeenAt: string;
	isThis: boolean;
};

export function SessionsPanel({ sessions }: { sessions: Session[] }) {
	const heading = useRef<HTMLHeadingElement>(null);
	return (
		<Panel
			title={
				<span ref={heading} tabIndex={-1} className="outline-none">
					Sessions
				</span>
			}
			text="Where you are signed in now."
			action={sessions.length > 1 && <EndOthersButton onDone={() => heading.current?.focus()} />}
		>
			<ul aria-label="Sessions" className="divide-y divide-line border-t border-line">
				{sessions.map((session) => (
					<SessionRow key={session.id} session={session} onEnded={() => heading.current?.focus()} />
				))}
			</ul>
		</Panel>
	);
}

function SessionRow({ session, onEnded }: { session: Session; onEnded: () => void }) {
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
					{session.isThis && <Badge tone="good">This one</Badge>}
				</p>
				<p className="mt-0.5 text-xs wrap-anywhere text-ink-muted">
					{session.address && (
						<>
							<bdi>{session.address}</bdi> ·{" "}
						</>
					)}
					last seen <RelativeTime value={session.lastSeenAt} /> · since{" "}
					<RelativeTime value={session.createdAt} />
				</p>
			</div>
			{!session.isThis && (
				<Button size="small" pending={pending} onClick={end} aria-label={`End ${session.device}`}>
					End
				</Button>
			)}
		</li>
	);
}

function EndOthersButton({ onDone }: { onDone: () => void }) {
	const [asking, setAsking] = useState(false);
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
				End all others
			</Button>
			<AlertDialog open={asking} onClose={() => setAsking(false)} title="End all other sessions?">
				<AlertDialogBody>
					<AlertDialogText>
						<p>Every other browser that is signed in as you has to sign in again. This one stays.</p>
					</AlertDialogText>
				</AlertDialogBody>
				<AlertDialogFooter>
					<Button onClick={() => setAsking(false)}>Cancel</Button>
					<Button look="danger" pending={pending} onClick={end}>
						End all others
					</Button>
				</AlertDialogFooter>
			</AlertDialog>
		</>
	);
}
