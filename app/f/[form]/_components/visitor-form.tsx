"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { z } from "zod";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { formPath, type PublicForm } from "#lib/core/crm/form-fields.ts";
import { Question } from "./question.tsx";
import { Trap } from "./trap.tsx";

export type FormProblem = { message: string; fields: { field: string; message: string }[] };

type VisitorFormProps = {
	form: PublicForm;
	/** What a browser without scripts is told after it sent the form. */
	sentBack: FormProblem | null;
};

/** Posts like any form of the early web; scripts add the waiting state, and keep answers where one was not accepted. */
export function VisitorForm({ form, sentBack }: VisitorFormProps) {
	const [problem, setProblem] = useState(sentBack);
	const [pending, setPending] = useState(false);
	const box = useRef<HTMLFormElement>(null);

	useEffect(() => {
		const wrong = box.current?.querySelector<HTMLElement>("[aria-invalid=true]");
		if (problem) (wrong ?? box.current?.querySelector<HTMLElement>("[role=alert]"))?.focus();
	}, [problem]);

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
				<Notice alert look="bad">
					{problem.message}
				</Notice>
			)}
			{form.fields.map((field) => (
				<Question
					key={field.name}
					field={field}
					problem={problem?.fields.find((one) => one.field === field.name)?.message}
				/>
			))}
			<Trap />
			<Button type="submit" look="primary" size="large" pending={pending} className="w-full">
				{pending ? "Sending…" : form.submitLabel}
			</Button>
		</form>
	);
}

const Answer = z.object({
	redirectTo: z.string().nullable().optional(),
	detail: z.string().optional(),
	errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
});

const NO_ANSWER = "There was no answer. Check your connection and try again: what you typed is still here.";

async function send(form: PublicForm, data: FormData): Promise<{ goTo: string } | FormProblem> {
	try {
		const response = await fetch(formPath(form.id), {
			method: "POST",
			headers: { "Content-Type": "application/json" },
			body: JSON.stringify(Object.fromEntries(data)),
		});
		const { redirectTo, detail, errors = [] } = Answer.parse(await response.json());
		if (response.ok) return { goTo: redirectTo ?? `${formPath(form.id)}/thanks` };
		const message = errors.length > 0 ? "Something needs another look." : (detail ?? NO_ANSWER);
		return { message, fields: errors };
	} catch {
		return { message: NO_ANSWER, fields: [] };
	}
}
