import type { Metadata } from "next";
import { createLoader, parseAsStringLiteral } from "nuqs/server";
import { AuthCard } from "#components/shell/auth-card.tsx";
import { MARKS } from "#components/texts/marks.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { Notice } from "#components/ui/notice.tsx";
import { LEAK_NOTE_MAX, LEAK_TEXTS_MAX } from "#lib/core/keys/leak.ts";
import type { LeakReportProblem } from "#lib/http/take-leak-report.ts";
import { ReportForm } from "./_components/report-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
	const t = await textsOf("leakReport");
	return { title: t("title") };
}

const PROBLEM_ID = "report-problem";
/** A character grows to up to nine bytes on its way, and a form may have 64 kB then. */
const FOUND_MAX = 6_500;

/** Which field a report was sent back for. */
const PROBLEMS: Record<LeakReportProblem, "found" | "where" | null> = {
	nothing: "found",
	too_many: "found",
	note: "where",
	throttled: null,
	busy: null,
};

const STATES = Object.keys(PROBLEMS) as LeakReportProblem[];

const loadSearch = createLoader({ state: parseAsStringLiteral(STATES) });

export default async function ReportLeakPage(props: PageProps<"/report-leak">) {
	const { state } = await loadSearch(props.searchParams);
	const t = await textsOf("leakReport");
	const limits = { keysMax: LEAK_TEXTS_MAX, noteMax: LEAK_NOTE_MAX };

	return (
		<AuthCard wide title={t("title")} text={t("text")}>
			{state && (
				<Notice alert look="bad" className="mt-4">
					<p id={PROBLEM_ID}>{t(`problems.${state}`, limits)}</p>
				</Notice>
			)}
			<ReportForm
				foundMax={FOUND_MAX}
				noteMax={LEAK_NOTE_MAX}
				refused={state && PROBLEMS[state]}
				problemId={PROBLEM_ID}
			/>
			<WhatHappens />
		</AuthCard>
	);
}

async function WhatHappens() {
	const t = await textsOf("leakReport");
	return (
		<section aria-labelledby="what-happens" className="mt-6 border-t border-line pt-5 text-sm text-ink-muted">
			<h2 id="what-happens" className="font-medium text-ink">
				{t("afterwards.title")}
			</h2>
			<ul className="mt-2 list-disc space-y-1.5 ps-4">
				<li>{t("afterwards.revoked")}</li>
				<li>{t("afterwards.sameAnswer")}</li>
				<li>{t("afterwards.kept")}</li>
			</ul>
			<p className="mt-3">
				{t.rich("afterwards.programs", {
					...MARKS,
					call: "POST /api/v2/keys/report-leak",
					rule: (chunks) => (
						<a href="/developers/scanner-rule.toml" className="text-accent-ink underline underline-offset-2">
							{chunks}
						</a>
					),
				})}
			</p>
		</section>
	);
}
