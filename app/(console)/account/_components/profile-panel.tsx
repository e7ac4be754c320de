"use client";

import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl/react";
import { RefusalSummary } from "#components/actions/refusal-summary.tsx";
import { useAction } from "#components/actions/use-action.ts";
import { MARKS } from "#components/texts/marks.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field, Input } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import { changeEmailAction, changeNameAction } from "../actions.ts";
import { messageAt } from "./message-at.ts";

type ProfilePanelProps = { name: string; email: string; sendsLink: boolean };

export function ProfilePanel({ name, email, sendsLink }: ProfilePanelProps) {
	const t = useTranslations("account.profile");
	return (
		<Panel title={t("title")} text={t("text")}>
			<PanelBody className="space-y-5">
				<NameForm name={name} />
				<EmailForm key={email} email={email} sendsLink={sendsLink} />
			</PanelBody>
		</Panel>
	);
}

const rowStyle =
	"flex items-start gap-2 max-sm:flex-col [&>*:first-child]:flex-1 [&>*:first-child]:max-sm:w-full";

function NameForm({ name }: { name: string }) {
	const t = useTranslations("account.profile");
	const [typed, setTyped] = useState(name);
	const { run, pending, refusal } = useAction(changeNameAction);
	const { tellDone } = useToasts();

	function submit(event: FormEvent) {
		event.preventDefault();
		if (typed === name) return;
		run({ name: typed }, ({ message }) => tellDone(message));
	}

	return (
		<form onSubmit={submit} noValidate className={rowStyle}>
			<Field label={t("name")} error={refusal?.message}>
				<Input value={typed} onValueChange={setTyped} autoComplete="name" maxLength={80} aria-required />
			</Field>
			<Button type="submit" pending={pending} aria-disabled={typed === name} className="sm:mt-6.5">
				{t("saveName")}
			</Button>
		</form>
	);
}

function EmailForm({ email, sendsLink }: Omit<ProfilePanelProps, "name">) {
	const t = useTranslations("account.profile");
	const [typed, setTyped] = useState(email);
	const [sentTo, setSentTo] = useState<string | null>(null);
	const { run, pending, refusal } = useAction(changeEmailAction);
	const { tellDone } = useToasts();

	function submit(event: FormEvent) {
		event.preventDefault();
		setSentTo(null);
		run({ email: typed }, ({ message, data }) => {
			tellDone(message);
			setSentTo(data.linkSentTo);
		});
	}

	const error = messageAt(refusal, "email");
	return (
		<form onSubmit={submit} noValidate className="space-y-3">
			{refusal && !error && <RefusalSummary refusal={refusal} />}
			<div className={rowStyle}>
				<Field label={t("email")} error={error} hint={t(sendsLink ? "linkHint" : "hint")}>
					<Input
						type="email"
						value={typed}
						onValueChange={setTyped}
						autoComplete="email"
						autoCapitalize="none"
						spellCheck={false}
						maxLength={254}
						aria-required
					/>
				</Field>
				<Button type="submit" pending={pending} className="sm:mt-6.5">
					{t("changeEmail")}
				</Button>
			</div>
			{sentTo && (
				<Notice look="note">
					<p>{t.rich("sent", { ...MARKS, email: sentTo })}</p>
				</Notice>
			)}
		</form>
	);
}
