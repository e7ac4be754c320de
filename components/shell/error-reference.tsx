"use client";

import { useTranslations } from "use-intl/react";
import { MARKS } from "#components/texts/marks.tsx";

/**
 * Whom to tell of what happened, and the number under which the server wrote it down; there is none when it happened in the
 * browser.
 */
export function ErrorReference({ error }: { error: unknown }) {
	const t = useTranslations("shell.wrong");
	const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
	return (
		<span className="mt-2 block">
			{digest === null ? t("goesOn") : t.rich("reference", { digest, code: MARKS.code })}
		</span>
	);
}
