import type { Metadata } from "next";
import Link from "next/link";
import { Logo } from "#components/shell/logo.tsx";
import { ERROR_GUIDE, VERDICT_GUIDE } from "#lib/contracts/error-guide.ts";
import { ERRORS, type ErrorCode } from "#lib/core/errors.ts";
import { VERDICTS, type VerdictCode } from "#lib/core/verdicts.ts";

export const metadata: Metadata = { title: "Errors and verdicts" };

export default function ErrorsPage() {
	return (
		<main className="mx-auto w-full max-w-3xl px-6 py-10">
			<Link href="/" aria-label="Latchkey" className="inline-block rounded-md">
				<Logo />
			</Link>
			<h1 className="mt-8 text-2xl font-semibold tracking-tight">Errors and verdicts</h1>
			<p className="mt-2 text-ink-muted">
				Every refusal is a JSON problem with a code. Where a key is the caller's own credential, the code is
				the verdict on that key.
			</p>

			<h2 className="mt-10 text-lg font-semibold tracking-tight">Verdicts on a key</h2>
			<dl className="mt-4 divide-y divide-line rounded-lg border border-line bg-surface">
				{Object.entries(VERDICT_GUIDE).map(([code, advice]) => (
					<Entry key={code} code={code} title={VERDICTS[code as VerdictCode]} advice={advice} />
				))}
			</dl>

			<h2 className="mt-10 text-lg font-semibold tracking-tight">Errors</h2>
			<dl className="mt-4 divide-y divide-line rounded-lg border border-line bg-surface">
				{Object.entries(ERROR_GUIDE).map(([code, advice]) => {
					const { status, title } = ERRORS[code as ErrorCode];
					return <Entry key={code} code={code} title={`${status} · ${title}`} advice={advice} />;
				})}
			</dl>
		</main>
	);
}

type EntryProps = { code: string; title: string; advice: string };

const Entry = ({ code, title, advice }: EntryProps) => (
	<div id={code.toLowerCase()} className="scroll-mt-6 px-5 py-4 target:bg-accent-soft">
		<dt className="flex flex-wrap items-baseline gap-x-3">
			<code className="text-sm font-semibold">{code}</code>
			<span className="text-sm text-ink-muted">{title}</span>
		</dt>
		<dd className="mt-1 text-sm">{advice}</dd>
	</div>
);
