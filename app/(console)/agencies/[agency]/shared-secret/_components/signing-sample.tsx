"use client";

import { Tabs } from "@base-ui/react/tabs";
import { useTranslations } from "use-intl/react";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { curlSample, nodeSample } from "./signing-samples.ts";

const tabStyle =
	"h-9 border-b-2 border-transparent px-3 text-sm font-medium text-ink-muted -outline-offset-2 hover:text-ink data-active:border-accent-edge data-active:text-ink";

/** Programs that sign, ready to run once key and secret are in the environment. */
export function SigningSample({ origin }: { origin: string }) {
	const t = useTranslations("sharedSecret.sample");
	const samples = [
		{ value: "curl", label: "curl and openssl", code: curlSample(origin) },
		{ value: "node", label: "Node", code: nodeSample(origin) },
	];
	return (
		<Panel title={t("title")} text={t("text")}>
			<Tabs.Root defaultValue="curl">
				<Tabs.List aria-label={t("languages")} className="flex border-b border-line px-2 sm:px-3">
					{samples.map(({ value, label }) => (
						<Tabs.Tab key={value} value={value} className={tabStyle}>
							{label}
						</Tabs.Tab>
					))}
				</Tabs.List>
				{samples.map(({ value, label, code }) => (
					<Tabs.Panel key={value} value={value} tabIndex={-1}>
						<PanelBody className="space-y-2 pt-4">
							<pre className="rounded-lg border border-line bg-sunken px-3.5 py-3 font-mono text-xs wrap-anywhere whitespace-pre-wrap">
								{code}
							</pre>
							<CopyButton text={code} what={t("name", { language: label })} size="small" />
						</PanelBody>
					</Tabs.Panel>
				))}
			</Tabs.Root>
		</Panel>
	);
}
