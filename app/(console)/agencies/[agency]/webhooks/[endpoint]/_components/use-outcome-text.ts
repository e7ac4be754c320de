"use client";

import { useTranslations } from "use-intl/react";

type Outcome = { status: number | null; problem: string | null };

/** What came of an attempt, in words. */
export function useOutcomeText() {
	const t = useTranslations("webhooks.log");
	return ({ status, problem }: Outcome) => {
		if (status === null) return problem ?? t("noAnswer");
		const code = String(status);
		return problem === null ? t("status", { status: code }) : t("statusAnd", { status: code, problem });
	};
}
