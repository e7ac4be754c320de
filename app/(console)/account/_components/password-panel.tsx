"use client";

import { type FormEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { RefusalSummary } from "#components/actions/refusal-summary.tsx";
import { useAction } from "#components/actions/use-action.ts";
import { PasswordRules } from "#components/shell/password-rules.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Panel, PanelBody, PanelFooter } from "#components/ui/panel.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import { changePasswordAction } from "../actions.ts";
import { messageAt } from "./message-at.ts";

type PasswordPanelProps = { changedAt: string | null; hasSecondFactor: boolean; email: string };

export function PasswordPanel({ changedAt, hasSecondFactor, email }: PasswordPanelProps) {
	const t = useTranslations("account.password");
	const [current, setCurrent] = useState("");
	const [next, setNext] = useState("");
	const { run, pending, refusal } = useAction(changePasswordAction);
	const { tellDone } = useToasts();
	const currentBox = useRef<HTMLInputElement>(null);
	const nextBox = useRef<HTMLInputElement>(null);

	function submit(event: FormEvent) {
		event.preventDefault();
		run(
			{ current, next },
			({ message }) => {
				setCurrent("");
				setNext("");
				tellDone(message, { text: t("sessionsEnded") });
			},
			(answer) => (messageAt(answer, "current") ? currentBox : nextBox).current?.focus(),
		);
	}

	const currentError = messageAt(refusal, "current");
	const nextError = messageAt(refusal, "next");
	return (
		<Panel
			title={t("title")}
			text={
				changedAt ? t.rich("changed", { when: () => <RelativeTime value={changedAt} /> }) : t("endsSessions")
			}
		>
			<form onSubmit={submit} noValidate>
				<PanelBody className="space-y-4">
					{refusal && !currentError && !nextError && <RefusalSummary refusal={refusal} />}
					<input type="hidden" name="username" autoComplete="username" value={email} />
					<Field label={t("present")} error={currentError}>
						<PasswordInput
							ref={currentBox}
							value={current}
							onValueChange={setCurrent}
							autoComplete="current-password"
							eyeLabel={t("showPresent")}
						/>
					</Field>
					<Field
						label={t("next")}
						error={nextError}
						hint={<PasswordRules hasSecondFactor={hasSecondFactor} />}
					>
						<PasswordInput
							ref={nextBox}
							value={next}
							onValueChange={setNext}
							autoComplete="new-password"
							eyeLabel={t("showNext")}
						/>
					</Field>
				</PanelBody>
				<PanelFooter>
					<Button type="submit" look="primary" pending={pending}>
						{pending ? t("changing") : t("change")}
					</Button>
				</PanelFooter>
			</form>
		</Panel>
	);
}
