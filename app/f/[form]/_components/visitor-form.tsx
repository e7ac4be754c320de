"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { sayHere } from "#components/texts/say-here.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { PublicForm } from "#lib/core/crm/form-fields.ts";
import { formPath } from "#lib/core/crm/form-path.ts";
import type { SentBack } from "#lib/core/crm/sent-back.ts";
import { fieldsIn } from "#lib/core/texts/refusal-in.ts";
import { Question } from "./question.tsx";
import { Trap } from "./trap.tsx";

/** Without words of the server's there was no answer. */
type Problem = Pick<SentBack, "errors"> & { detail?: string | undefined };

type VisitorFormProps = {
	form: PublicForm;
	/** What a browser without scripts is told after it sent the form. */
	sentBack: SentBack | null;
};

/** Posts like any form of the early web; scripts add the waiting state, and save the way to the server and back. */
export function VisitorForm({ form, sentBack }: VisitorFormProps) {
	const t = useTranslations("visitorForm");
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
					{problem.errors.length > 0 ? t("problems") : (problem.detail ?? t("noAnswer"))}
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
				{pending ? t("sending") : form.submitLabel}
			</Button>
		</form>
	);
}

/** Loaded with the first answer, since most of the page's weight would be the library that reads it. */
const readAnswer = async (response: Response) =>
	(await import("./answer.ts")).Answer.parse(await response.json());

/** Names come from people, so they may be those that every object knows. */
const typedFor = (name: string, answers: SentBack["answers"]) =>
	Object.hasOwn(answers, name) ? String(answers[name]) : "";

async function send(form: PublicForm, data: FormData): Promise<{ goTo: string } | Problem> {
	try {
		const response = await fetch(formPath(form.id), {
			method: "POST",
			headers: { "Content-Type": "application/json" },
			body: JSON.stringify(Object.fromEntries(data)),
		});
		const { redirectTo, detail, errors = [] } = await readAnswer(response);
		if (response.ok) return { goTo: redirectTo ?? `${formPath(form.id)}/thanks` };
		const say = await sayHere();
		return { detail: detail && say(detail), errors: fieldsIn(say, errors) };
	} catch {
		return { errors: [] };
	}
}
