import type { Metadata } from "next";
import { ERROR_GUIDE, VERDICT_GUIDE } from "#lib/contracts/error-guide.ts";
import { ERRORS, type ErrorCode } from "#lib/core/errors.ts";
import { VERDICTS, type VerdictCode } from "#lib/core/verdicts.ts";
import { DocumentFrame } from "../_components/document-frame.tsx";
import { GuideSections } from "../_components/guide-sections.tsx";
import { Heading } from "../_components/heading.tsx";
import { anchorOf } from "../_guides/guide.ts";
import { ERRORS_GUIDE } from "./guide.ts";

export const metadata: Metadata = { title: ERRORS_GUIDE.title };

const SECTIONS = [
	...ERRORS_GUIDE.sections.map(({ heading }) => ({ id: anchorOf(heading), heading })),
	{ id: "verdicts", heading: "Verdicts on a key" },
	{ id: "errors", heading: "Errors" },
];

export default function ErrorsPage() {
	return (
		<DocumentFrame title={ERRORS_GUIDE.title} summary={ERRORS_GUIDE.summary} sections={SECTIONS}>
			<GuideSections guide={ERRORS_GUIDE} />
			<section className="mt-10 space-y-4">
				<Heading id="verdicts" text="Verdicts on a key" />
				<dl className="divide-y divide-line rounded-lg border border-line bg-surface">
					{Object.entries(VERDICT_GUIDE).map(([code, advice]) => (
						<Entry key={code} code={code} cause={VERDICTS[code as VerdictCode]} cure={advice} />
					))}
				</dl>
			</section>
			<section className="mt-10 space-y-4">
				<Heading id="errors" text="Errors" />
				<dl className="divide-y divide-line rounded-lg border border-line bg-surface">
					{Object.entries(ERROR_GUIDE).map(([code, advice]) => {
						const { status, title } = ERRORS[code as ErrorCode];
						return <Entry key={code} code={code} cause={`${status} · ${title}`} cure={advice} />;
					})}
				</dl>
			</section>
		</DocumentFrame>
	);
}

type EntryProps = { code: string; cause: string; cure: string };

const Entry = ({ code, cause, cure }: EntryProps) => (
	<div id={code} className="scroll-mt-6 px-4 py-4 target:bg-accent-soft sm:px-5">
		<dt className="flex flex-wrap items-baseline gap-x-3">
			<code className="text-sm font-semibold">{code}</code>
			<span className="text-sm text-ink-muted">{cause}</span>
		</dt>
		<dd className="mt-1 text-sm">{cure}</dd>
	</div>
);
