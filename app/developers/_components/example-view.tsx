"use client";

import { CodeText, ProgramTabs, type Shown } from "#components/samples/program-tabs.tsx";
import { useLanguage } from "./language.tsx";

type ExampleViewProps = {
	title: string;
	programs: readonly Shown[];
	/** Left out where a program prints none. */
	answer?: { status: number; text: string };
};

/** A program in each language that it is written in, and what its answer holds. */
export function ExampleView({ title, programs, answer }: ExampleViewProps) {
	const { language, setLanguage } = useLanguage();
	if (programs.length === 0) return null;

	return (
		<figure className="break-inside-avoid overflow-hidden rounded-lg border border-line bg-surface shadow-card">
			<ProgramTabs title={title} programs={programs} language={language} onLanguage={setLanguage} />
			{answer && (
				<div className="border-t border-line">
					<p className="px-3.5 py-2 text-xs font-medium text-ink-muted">
						The answer: <code>{answer.status}</code>, with
					</p>
					<CodeText code={answer.text} label={`${title}, the answer`} />
				</div>
			)}
		</figure>
	);
}
