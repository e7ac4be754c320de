"use client";

import { Tabs } from "@base-ui/react/tabs";
import { useTranslations } from "use-intl/react";
import { CopyButton } from "#components/ui/copy-button.tsx";

const tabStyle =
	"h-9 border-b-2 border-transparent px-3 text-sm font-medium text-ink-muted -outline-offset-2 hover:text-ink data-active:border-accent-edge data-active:text-ink any-pointer-coarse:h-11";

export type Shown = { language: string; label: string; code: string };

type ProgramTabsProps = {
	title: string;
	programs: readonly Shown[];
	language: string;
	onLanguage: (language: string) => void;
};

/** A program in each language that it is written in, one at a time. */
export function ProgramTabs({ title, programs, language, onLanguage }: ProgramTabsProps) {
	const t = useTranslations("ui.samples");
	const current = programs.find((one) => one.language === language) ?? programs[0];
	if (!current) return null;

	return (
		<>
			<div className="flex items-center justify-between gap-3 px-3.5 pt-3 pb-1 text-sm font-medium">
				<span className="min-w-0">{title}</span>
				<CopyButton
					text={current.code}
					what={t("example", { language: current.label, title })}
					size="small"
					look="quiet"
				/>
			</div>
			<Tabs.Root value={current.language} onValueChange={(value) => onLanguage(String(value))}>
				<Tabs.List
					aria-label={t("languages", { title })}
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
		</>
	);
}

/** Scrolls sideways, by keyboard too, so that lines stay lines. */
export const CodeText = ({ code, label }: { code: string; label: string }) => (
	// biome-ignore-start lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
	<section aria-label={label} tabIndex={0} className="overflow-x-auto bg-sunken -outline-offset-2">
		<pre className="w-max min-w-full px-3.5 py-3 font-mono text-xs leading-5 print:w-auto print:wrap-anywhere print:whitespace-pre-wrap">
			{code}
		</pre>
	</section>
	// biome-ignore-end lint/a11y/noNoninteractiveTabindex: see above.
);
