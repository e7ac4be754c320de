"use client";

import { type FormEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import {
	AlertDialog,
	AlertDialogBody,
	AlertDialogFooter,
	AlertDialogText,
} from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { CodeField } from "#components/ui/code-field.tsx";
import { Field, Input } from "#components/ui/field.tsx";
import { type Action, callAction, type Refusal } from "./use-action.ts";

type StepUpDialogProps = {
	why: string;
	confirm: Action<undefined>;
	hasSecondFactor: boolean;
	open: boolean;
	onAnswer: (isProved: boolean) => void;
	onClosed: () => void;
};

/** Asks for the password or a code. */
export function StepUpDialog({ why, confirm, hasSecondFactor, open, onAnswer, onClosed }: StepUpDialogProps) {
	const t = useTranslations("ui");
	const [byCode, setByCode] = useState(hasSecondFactor);
	const [typed, setTyped] = useState("");
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const [pending, setPending] = useState(false);
	const box = useRef<HTMLInputElement>(null);

	async function submit(event: FormEvent) {
		event.preventDefault();
		// A form inside a React tree is inside of the form that asked, wherever the page puts it.
		event.stopPropagation();
		if (pending) return;
		setPending(true);
		const answer = await callAction(confirm, byCode ? { code: typed } : { password: typed });
		setPending(false);
		if (answer.status === "refused") {
			setRefusal(answer);
			box.current?.select();
			box.current?.focus();
		} else onAnswer(true);
	}

	function switchProof() {
		setByCode(!byCode);
		setTyped("");
		setRefusal(null);
		box.current?.focus();
	}

	const input = { ref: box, value: typed, onValueChange: setTyped };
	return (
		<AlertDialog
			open={open}
			onClose={() => onAnswer(false)}
			onClosed={onClosed}
			title={t("stepUp.title")}
			initialFocus={box}
		>
			<form onSubmit={submit} noValidate>
				<AlertDialogBody>
					<AlertDialogText>
						<p>{t("stepUp.text", { why })}</p>
					</AlertDialogText>
					{byCode ? (
						<CodeField {...input} label={t("stepUp.code")} error={refusal?.message} />
					) : (
						<Field label={t("stepUp.password")} error={refusal?.message}>
							<Input key="password" {...input} type="password" autoComplete="current-password" />
						</Field>
					)}
					{hasSecondFactor && (
						<Button look="quiet" size="small" className="-ms-2.5" onClick={switchProof}>
							{byCode ? t("stepUp.usePassword") : t("stepUp.useCode")}
						</Button>
					)}
				</AlertDialogBody>
				<AlertDialogFooter>
					<Button onClick={() => onAnswer(false)}>{t("cancel")}</Button>
					<Button type="submit" look="primary" pending={pending}>
						{pending ? t("stepUp.checking") : t("confirm")}
					</Button>
				</AlertDialogFooter>
			</form>
		</AlertDialog>
	);
}
