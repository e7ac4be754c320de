"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "./button.tsx";

const FEEDBACK_MS = 2_500;

type CopyButtonProps = {
	text: string;
	/** What is copied, for people who hear the page: "API key". */
	what: string;
	look?: "primary" | "secondary" | "quiet";
	size?: "small" | "medium";
	onCopied?: () => void;
};

export function CopyButton({ text, what, look, size, onCopied }: CopyButtonProps) {
	const t = useTranslations("ui.copy");
	const [outcome, setOutcome] = useState<"" | "copied" | "refused">("");

	useEffect(() => {
		if (outcome === "") return;
		const timer = setTimeout(() => setOutcome(""), FEEDBACK_MS);
		return () => clearTimeout(timer);
	}, [outcome]);

	async function copy() {
		const copied = await writeClipboard(text);
		setOutcome(copied ? "copied" : "refused");
		if (copied) onCopied?.();
	}

	return (
		<>
			<Button
				look={look}
				size={size}
				onClick={copy}
				aria-label={t(outcome === "copied" ? "labelDone" : "label", { what })}
				icon={
					outcome === "copied" ? (
						<Check aria-hidden className="size-4" />
					) : (
						<Copy aria-hidden className="size-4" />
					)
				}
			>
				{outcome === "copied" ? t("done") : t("button")}
			</Button>
			<span aria-live="polite" className="sr-only">
				{outcome === "copied" && t("told", { what })}
				{outcome === "refused" && t("refused", { what })}
			</span>
		</>
	);
}

/** The clipboard is closed to pages without TLS on other hosts than this one; the selection still works there. */
async function writeClipboard(text: string) {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return false;
	}
}
