"use client";

import { Tabs } from "@base-ui/react/tabs";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { useLanguage } from "./language.tsx";

const tabStyle =
	"h-9 border-b-2 border-transparent px-3 text-sm font-medium text-ink-muted -outline-offset-2 hover:text-ink data-active:border-accent-edge data-active:text-ink any-pointer-coarse:h-11";

export type Shown = { language: string; label: string; code: string };

type ExampleViewProps = {
	title: string;
	programs: readonly Shown[];
	/** Left out where a program prints none. */
	answer?: { status: number; text: string };
};

/** A program in each language that it is written in, and what its answer holds. */
export function ExampleView({ title, programs, answer }: ExampleViewProps) {
	const { language, setLanguage } = useLanguage();
	const current = programs.find((one) => one.language === language) ?? programs[0];
	if (!current) return null;

	return (
		<figure className="break-inside-avoid overflow-hidden rounded-lg border border-line bg-surface shadow-card">
			<figcaption className="flex items-center justify-between gap-3 px-3.5 pt-3 pb-1 text-sm font-medium">
				<span className="min-w-0">{title}</span>
				<CopyButton
					text={current.code}
					what={`${current.label} example: ${title}`}
					size="small"
					look="quiet"
				/>
			</figcaption>
			<Tabs.Root value={current.language} onValueChange={(value) => setLanguage(String(value))}>
				<Tabs.List
					aria-label={`Languages of: ${title}`}
					className="flex overflow-x-auto border-b border-line px-1"
				>
					{programs.map(({ language: value, label }) => (
						<Tabs.Tab key={value} value={value} className={tabStyle}>
							{label}
						</Tabs.Tab>
					))}
				</Tabs.List>
				{programs.map(({ language: value, label, code }) => (
					<Tabs.Panel key={value} value={value} tabIndex={-1} keepMounted>
						<CodeText code={code} label={`${title}, ${label}`} />
					</Tabs.Panel>
				))}
			</Tabs.Root>
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

/** Scrolls sideways, by keyboard too, so that lines stay lines. */
const CodeText = ({ code, label }: { code: string; label: string }) => (
	// biome-ignore-start lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
	<section aria-label={label} tabIndex={0} className="overflow-x-auto bg-sunken -outline-offset-2">
		<pre className="w-max min-w-full px-3.5 py-3 font-mono text-xs leading-5 print:w-auto print:wrap-anywhere print:whitespace-pre-wrap">
			{code}
		</pre>
	</section>
	// biome-ignore-end lint/a11y/noNoninteractiveTabindex: see above.
);
