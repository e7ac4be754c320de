"use client";

import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl/react";
import { RefusalSummary } from "#components/actions/refusal-summary.tsx";
import { useAction } from "#components/actions/use-action.ts";
import { MARKS } from "#components/texts/marks.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import type { MailChoice } from "#lib/core/mail-choice.ts";
import { chooseMailAction } from "../actions.ts";

const CHOICES = ["OFF", "AT_ONCE", "DAILY"] as const satisfies MailChoice[];

const LABEL_ID = "mail-choice";

type NotificationsPanelProps = { mail: MailChoice; email: string; isMailConfigured: boolean };

export function NotificationsPanel({ mail, email, isMailConfigured }: NotificationsPanelProps) {
	const t = useTranslations("account.mail");
	return (
		<div id="notifications" className="scroll-mt-4">
			<Panel title={<span id={LABEL_ID}>{t("title")}</span>} text={t("text")}>
				<PanelBody>
					{isMailConfigured ? (
						<MailForm mail={mail} email={email} />
					) : (
						<Notice look="note">
							<p>{t("unset")}</p>
						</Notice>
					)}
				</PanelBody>
			</Panel>
		</div>
	);
}

function MailForm({ mail, email }: Pick<NotificationsPanelProps, "mail" | "email">) {
	const t = useTranslations("account.mail");
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
				cards={CHOICES.map((value) => ({ value, title: t(value), text: t(`${value}Text`) }))}
				labelledBy={LABEL_ID}
				className="sm:grid-cols-3"
			/>
			<p className="text-sm wrap-anywhere text-ink-muted">{t.rich("goesTo", { ...MARKS, email })}</p>
			<Button type="submit" pending={pending} aria-disabled={chosen === mail}>
				{t("save")}
			</Button>
		</form>
	);
}
