"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { z } from "zod";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { formPath, type PublicForm } from "#lib/core/crm/form-fields.ts";
import type { SentBack } from "#lib/core/crm/sent-back.ts";
import { Question } from "./question.tsx";
import { Trap } from "./trap.tsx";

type Problem = Omit<SentBack, "answers">;

type VisitorFormProps = {
	form: PublicForm;
	/** What a browser without scripts is told after it sent the form. */
	sentBack: SentBack | null;
};

/** Posts like any form of the early web; scripts add the waiting state, and save the way to the server and back. */
export function VisitorForm({ form, sentBack }: VisitorFormProps) {
	const [problem, setProblem] = useState<Problem | null>(sentBack);
	const [pending, setPending] = useState(false);
	const box = useRef<HTMLFormElement>(null);
	const notice = useRef<HTMLDivElement>(null);

	useEffect(() => {
		const wrong = box.current?.querySelector<HTMLElement>("[aria-invalid=true]");
		if (problem) (wrong ?? notice.current)?.focus();
	}, [problem]);

	useEffect(() => {
		// A page that comes back out of the browser's memory is ready for another try.
		const wake = () => setPending(false);
		window.addEventListener("pageshow", wake);
		return () => window.removeEventListener("pageshow", wake);
	}, []);

	async function submit(event: FormEvent<HTMLFormElement>) {
		event.preventDefault();
		if (pending) return;
		setPending(true);
		const outcome = await send(form, new FormData(event.currentTarget));
		if ("goTo" in outcome) return window.location.assign(outcome.goTo);
		setPending(false);
		setProblem(outcome);
	}

	return (
		<form ref={box} method="post" action={formPath(form.id)} onSubmit={submit} className="mt-5 space-y-4">
			{problem && (
				<Notice ref={notice} alert look="bad">
					{problem.errors.length > 0 ? "Something needs another look." : problem.detail}
				</Notice>
			)}
			{form.fields.map((field) => (
				<Question
					key={field.name}
					field={field}
					typed={sentBack && typedFor(field.name, sentBack.answers)}
					problem={problem?.errors.find((one) => one.field === field.name)?.message}
				/>
			))}
			<Trap />
			<Button type="submit" look="primary" size="large" pending={pending} className="w-full">
				{pending ? "Sending…" : form.submitLabel}
			</Button>
		</form>
	);
}

/** Names come from people, so they may be those that every object knows. */
const typedFor = (name: string, answers: SentBack["answers"]) =>
	Object.hasOwn(answers, name) ? String(answers[name]) : "";

const Answer = z.object({
	redirectTo: z.string().nullable().optional(),
	detail: z.string().optional(),
	errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
});

const NO_ANSWER = "There was no answer. Check your connection and try again: what you typed is still here.";

async function send(form: PublicForm, data: FormData): Promise<{ goTo: string } | Problem> {
	try {
		const response = await fetch(formPath(form.id), {
			method: "POST",
			headers: { "Content-Type": "application/json" },
			body: JSON.stringify(Object.fromEntries(data)),
		});
		const { redirectTo, detail = NO_ANSWER, errors = [] } = Answer.parse(await response.json());
		if (response.ok) return { goTo: redirectTo ?? `${formPath(form.id)}/thanks` };
		return { detail, errors };
	} catch {
		return { detail: NO_ANSWER, errors: [] };
	}
}
