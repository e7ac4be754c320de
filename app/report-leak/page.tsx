import type { Metadata } from "next";
import { createLoader, parseAsStringLiteral } from "nuqs/server";
import { AuthCard } from "#components/shell/auth-card.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { LEAK_NOTE_MAX, LEAK_TEXTS_MAX } from "#lib/core/keys/leak.ts";
import type { LeakReportProblem } from "#lib/http/take-leak-report.ts";
import { ReportForm } from "./_components/report-form.tsx";

export const metadata: Metadata = { title: "Report a leaked key" };

const PROBLEM_ID = "report-problem";
/** A character grows to up to nine bytes on its way, and a form may have 64 kB then. */
const FOUND_MAX = 6_500;

const PROBLEMS: Record<LeakReportProblem, { text: string; field: "found" | "where" | null }> = {
	nothing: {
		text: "Nothing in it has the form of a key: lk_agy_ or lk_loc_ and 38 letters and digits. Paste the whole key.",
		field: "found",
	},
	too_many: { text: `Send up to ${LEAK_TEXTS_MAX} keys at once.`, field: "found" },
	note: {
		text: `Say where you found it in up to ${LEAK_NOTE_MAX} plain characters.`,
		field: "where",
	},
	throttled: { text: "Too many reports came from your network. Wait a quarter of an hour.", field: null },
	busy: { text: "We cannot take reports right now. Please try again in a moment.", field: null },
};

const STATES = Object.keys(PROBLEMS) as LeakReportProblem[];

const loadSearch = createLoader({ state: parseAsStringLiteral(STATES) });

export default async function ReportLeakPage(props: PageProps<"/report-leak">) {
	const { state } = await loadSearch(props.searchParams);
	const problem = state && PROBLEMS[state];

	return (
		<AuthCard
			wide
			title="Report a leaked key"
			text="Did you find an API key in code, a chat or a log that others can read? Tell us, and it stops working."
		>
			{problem && (
				<Notice alert look="bad" className="mt-4">
					<p id={PROBLEM_ID}>{problem.text}</p>
				</Notice>
			)}
			<ReportForm
				foundMax={FOUND_MAX}
				noteMax={LEAK_NOTE_MAX}
				refused={problem?.field ?? null}
				problemId={PROBLEM_ID}
			/>
			<WhatHappens />
		</AuthCard>
	);
}

const WhatHappens = () => (
	<section aria-labelledby="what-happens" className="mt-6 border-t border-line pt-5 text-sm text-ink-muted">
		<h2 id="what-happens" className="font-medium text-ink">
			What happens then
		</h2>
		<ul className="mt-2 list-disc space-y-1.5 pl-4">
			<li>
				Every key of this installation that you send is revoked for good, and whoever manages it is told.
			</li>
			<li>
				You are not told whether it was a key. Everybody gets the same answer, so nobody can try keys here.
			</li>
			<li>
				We keep where you found it, for the managers of that key. We do not keep the key, nor ask who you are.
			</li>
		</ul>
		<p className="mt-3">
			Programs send <code className="text-xs wrap-anywhere">POST /api/v2/keys/report-leak</code>. There is a{" "}
			<a href="/developers/scanner-rule.toml" className="text-accent-ink underline underline-offset-2">
				rule for secret scanners
			</a>
			.
		</p>
	</section>
);
