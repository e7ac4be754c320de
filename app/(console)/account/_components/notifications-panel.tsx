"use client";

import { type FormEvent, useState } from "react";
import { RefusalSummary } from "#components/actions/refusal-summary.tsx";
import { useAction } from "#components/actions/use-action.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import type { MailChoice } from "#lib/core/mail-choice.ts";
import { chooseMailAction } from "../actions.ts";

const CARDS = [
	{ value: "OFF", title: "No mail", text: "The bell in the app tells you." },
	{ value: "AT_ONCE", title: "At once", text: "A mail within minutes, with all that is new." },
	{ value: "DAILY", title: "Once a day", text: "One mail at 06:00 UTC, on days with something new." },
] as const;

const LABEL_ID = "mail-choice";

type NotificationsPanelProps = { mail: MailChoice; email: string; isMailConfigured: boolean };

export const NotificationsPanel = ({ mail, email, isMailConfigured }: NotificationsPanelProps) => (
	<div id="notifications" className="scroll-mt-4">
		<Panel
			title={<span id={LABEL_ID}>Notifications by mail</span>}
			text="The app always tells you of the keys that you answer for. Mail can tell you as well."
		>
			<PanelBody>
				{isMailConfigured ? (
					<MailForm mail={mail} email={email} />
				) : (
					<Notice look="note">
						<p>This installation sends no mail yet. Whoever runs it can set up a mail server.</p>
					</Notice>
				)}
			</PanelBody>
		</Panel>
	</div>
);

function MailForm({ mail, email }: Pick<NotificationsPanelProps, "mail" | "email">) {
	const [chosen, setChosen] = useState<MailChoice>(mail);
	const { run, pending, refusal } = useAction(chooseMailAction);
	const { tellDone } = useToasts();

	function submit(event: FormEvent) {
		event.preventDefault();
		if (chosen !== mail) run({ mail: chosen }, ({ message }) => tellDone(message));
	}

	return (
		<form onSubmit={submit} className="space-y-4">
			{refusal && <RefusalSummary refusal={refusal} />}
			<RadioCards<MailChoice>
				value={chosen}
				onChange={setChosen}
				cards={CARDS}
				labelledBy={LABEL_ID}
				className="sm:grid-cols-3"
			/>
			<p className="text-sm wrap-anywhere text-ink-muted">
				Mail goes to <bdi>{email}</bdi>, the address that you sign in with.
			</p>
			<Button type="submit" pending={pending} aria-disabled={chosen === mail}>
				Save choice
			</Button>
		</form>
	);
}
