"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { type CallExample, LANGUAGES, type Language, PLACEHOLDERS, type Values } from "./example.ts";
import { VERIFY_PLACE, WHO_AM_I } from "./key-calls.ts";
import { ProgramTabs } from "./program-tabs.tsx";

type Known = { agencyId?: string; locationId?: string | null };

type KeySamplesProps = {
	/** Where the server is: "https://keys.example.com". */
	origin: string;
	/** The reader's own ids, as far as they are known. */
	known?: Known;
	/** How the key begins and ends, as lists show it, so that the reader takes the right one. */
	masked?: string;
	/** Only where the key stands on the screen anyhow, out of the page's own memory. */
	secret?: string;
	/** Shows how a program asks about a key that it was sent, too. */
	withVerifier?: boolean;
};

const LANGUAGE_NAMES = Object.keys(LANGUAGES) as Language[];

/** Programs that send a key, ready to run, in four languages. */
export function KeySamples({ origin, known, masked, secret, withVerifier = false }: KeySamplesProps) {
	const t = useTranslations("ui.samples");
	const [language, setLanguage] = useState<string>("curl");
	const ids: Values = {
		...PLACEHOLDERS,
		origin,
		...(known?.agencyId && { agencyId: known.agencyId }),
		...(known?.locationId && { locationId: known.locationId }),
	};
	const sent: Values = { ...ids, ...(secret !== undefined && { secret }) };
	const verified: Values = { ...ids, ...(secret !== undefined && { presentedKey: secret }) };
	const shown = (example: CallExample, values: Values) =>
		LANGUAGE_NAMES.flatMap((name) => {
			const program = example.programs[name];
			return program ? [{ language: name, label: LANGUAGES[name], code: program(values) }] : [];
		});

	return (
		<div className="space-y-4">
			{secret === undefined && (
				<p className="text-sm text-ink-muted">
					{t.rich(masked ? "putKey" : "putAnyKey", {
						variable: () => <code className="font-mono text-xs text-ink">LATCHKEY_API_KEY</code>,
						key: () => <code className="font-mono text-xs wrap-anywhere text-ink">{masked}</code>,
					})}
				</p>
			)}
			<figure className="overflow-hidden rounded-lg border border-line bg-surface">
				<ProgramTabs
					title={t("ask")}
					programs={shown(WHO_AM_I, sent)}
					language={language}
					onLanguage={setLanguage}
				/>
			</figure>
			{withVerifier && (
				<figure className="overflow-hidden rounded-lg border border-line bg-surface">
					<ProgramTabs
						title={t("verify")}
						programs={shown(VERIFY_PLACE, verified)}
						language={language}
						onLanguage={setLanguage}
					/>
				</figure>
			)}
		</div>
	);
}
