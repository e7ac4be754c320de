"use client";

import dynamic from "next/dynamic";
import { createContext, type ReactNode, useContext, useState } from "react";
import type { Action } from "./use-action.ts";

const StepUpDialog = dynamic(() => import("./step-up-dialog.tsx").then((module) => module.StepUpDialog), {
	ssr: false,
});

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
