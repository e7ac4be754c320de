"use client";

import { createContext, type FormEvent, type ReactNode, useContext, useRef, useState } from "react";
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

/** Asks the person to prove that it is they; true when they have. */
type AskWhoItIs = (why: string) => Promise<boolean>;

const StepUpContext = createContext<AskWhoItIs>(async () => false);

export const useStepUp = () => useContext(StepUpContext);

type Question = { why: string; answer: (isProved: boolean) => void };

type StepUpProviderProps = {
	/** The action that checks the proof. */
	confirm: Action<undefined>;
	/** Whether a code may be shown in place of the password. */
	hasSecondFactor: boolean;
	children: ReactNode;
};

/** Holds the question that grave actions ask first. */
export function StepUpProvider({ confirm, hasSecondFactor, children }: StepUpProviderProps) {
	const [question, setQuestion] = useState<Question | null>(null);
	const [open, setOpen] = useState(false);

	const ask: AskWhoItIs = (why) =>
		new Promise((resolve) => {
			setQuestion({ why, answer: resolve });
			setOpen(true);
		});

	function answer(isProved: boolean) {
		question?.answer(isProved);
		setOpen(false);
	}

	return (
		<StepUpContext value={ask}>
			{children}
			{question && (
				<StepUpDialog
					why={question.why}
					confirm={confirm}
					hasSecondFactor={hasSecondFactor}
					open={open}
					onAnswer={answer}
					onClosed={() => setQuestion(null)}
				/>
			)}
		</StepUpContext>
	);
}

type StepUpDialogProps = {
	why: string;
	confirm: Action<undefined>;
	hasSecondFactor: boolean;
	open: boolean;
	onAnswer: (isProved: boolean) => void;
	onClosed: () => void;
};

function StepUpDialog({ why, confirm, hasSecondFactor, open, onAnswer, onClosed }: StepUpDialogProps) {
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
			title="Confirm that it is you"
			initialFocus={box}
		>
			<form onSubmit={submit} noValidate>
				<AlertDialogBody>
					<AlertDialogText>
						<p>{why} You are not asked again for five minutes.</p>
					</AlertDialogText>
					{byCode ? (
						<CodeField {...input} label="Code of your second factor" error={refusal?.message} />
					) : (
						<Field label="Your password" error={refusal?.message}>
							<Input key="password" {...input} type="password" autoComplete="current-password" />
						</Field>
					)}
					{hasSecondFactor && (
						<Button look="quiet" size="small" className="-ml-2.5" onClick={switchProof}>
							{byCode ? "Use the password instead" : "Use a code instead"}
						</Button>
					)}
				</AlertDialogBody>
				<AlertDialogFooter>
					<Button onClick={() => onAnswer(false)}>Cancel</Button>
					<Button type="submit" look="primary" pending={pending}>
						{pending ? "Checking…" : "Confirm"}
					</Button>
				</AlertDialogFooter>
			</form>
		</AlertDialog>
	);
}
