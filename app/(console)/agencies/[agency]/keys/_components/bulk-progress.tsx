"use client";

import { useLocale, useTranslations } from "use-intl/react";
import { AlertDialogBody, AlertDialogFooter } from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { BulkChange, BulkResult } from "#lib/core/keys/bulk-change.ts";
import { describePropagation, type KeyEffect } from "#lib/core/keys/propagation.ts";
import type { BulkRun } from "./use-bulk-run.ts";

const REFUSALS_SHOWN = 100;

type BulkProgressProps = {
	run: BulkRun;
	results: readonly BulkResult[];
	onStop: () => void;
	onGoOn: () => void;
	/** Null when nothing can be taken back. */
	onUndo: (() => void) | null;
	onClose: () => void;
};

/** How far it is, and in the end what came of each key. */
export function BulkProgress({ run, results, onStop, onGoOn, onUndo, onClose }: BulkProgressProps) {
	const t = useTranslations("keys.bulk");
	const tried = run.done + run.unchanged + run.refused;
	const isRunning = run.state === "running";
	const total = run.steps.length;
	const left = total - tried;
	return (
		<>
			<AlertDialogBody>
				<div className="space-y-2">
					<progress
						aria-label={t("doing")}
						max={total}
						value={tried}
						className="h-2 w-full overflow-hidden rounded-full accent-accent"
					/>
					{isRunning && (
						<p aria-hidden className="text-sm tabular-nums">
							{t("running", { done: tried, total })}
						</p>
					)}
					<p role="status" className={isRunning ? "sr-only" : "text-sm tabular-nums"}>
						{run.state === "running"
							? t("running", { done: toldOf(tried, total), total })
							: t(run.state, { done: run.done, unchanged: run.unchanged, refused: run.refused, left })}
					</p>
					{isRunning && <p className="text-xs text-ink-muted">{t("keepOpen")}</p>}
				</div>
				{run.problem && (
					<Notice look="bad" alert>
						{run.problem}
					</Notice>
				)}
				{!isRunning && <LagNotice run={run} />}
				{!isRunning && run.refused > 0 && <Refusals run={run} results={results} />}
			</AlertDialogBody>
			<AlertDialogFooter>
				{isRunning ? (
					<Button onClick={onStop}>{t("stop")}</Button>
				) : (
					<>
						<ResultFile run={run} results={results} />
						{onUndo && <Button onClick={onUndo}>{t("undo")}</Button>}
						{left > 0 && <Button onClick={onGoOn}>{t("goOn")}</Button>}
						<Button look="primary" onClick={onClose}>
							{t("close")}
						</Button>
					</>
				)}
			</AlertDialogFooter>
		</>
	);
}

/** How far it is, in steps of a tenth: so often is it said aloud. */
const toldOf = (tried: number, total: number) => Math.floor((Math.floor((tried / total) * 10) * total) / 10);

const EFFECTS: Partial<Record<BulkChange["kind"], KeyEffect>> = {
	switchOff: "ends",
	switchOn: "begins",
	revoke: "ends",
	delete: "ends",
	restore: "begins",
};

function LagNotice({ run }: { run: BulkRun }) {
	const [t, language] = [useTranslations("words"), useLocale()];
	const kind = run.steps[0]?.change.kind;
	if (run.news.propagated || !kind) return null;
	const { text } = describePropagation(t, EFFECTS[kind] ?? "alters", run.news, { language });
	return <Notice look="warn">{text}</Notice>;
}

function Refusals({ run, results }: { run: BulkRun; results: readonly BulkResult[] }) {
	const t = useTranslations("keys.bulk");
	const titles = new Map(run.steps.map(({ key }) => [key.id, key.title]));
	const refused = results.filter((one) => one.outcome === "refused");
	return (
		<div>
			<h3 className="text-sm font-semibold">{t("refusals")}</h3>
			<ul
				// biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard
				tabIndex={0}
				aria-label={t("refusals")}
				className="mt-1 max-h-48 space-y-1.5 overflow-y-auto text-sm -outline-offset-2"
			>
				{refused.slice(0, REFUSALS_SHOWN).map((one) => (
					<li key={one.keyId}>
						<bdi className="font-medium wrap-anywhere">{titles.get(one.keyId)}</bdi>
						<span className="block text-ink-muted">{one.why}</span>
					</li>
				))}
			</ul>
			{refused.length > REFUSALS_SHOWN && (
				<p className="mt-1 text-xs text-ink-muted">{t("resultsShown", { count: REFUSALS_SHOWN })}</p>
			)}
		</div>
	);
}

/** What came of each key, to be copied or kept as a file. */
function ResultFile({ run, results }: { run: BulkRun; results: readonly BulkResult[] }) {
	const t = useTranslations("keys.bulk");

	function rows() {
		const told = run.steps.map(({ key }, at) => {
			const result = results[at];
			const why = result?.outcome === "refused" ? result.why : "";
			return [key.title, key.id, t(`result.${result?.outcome ?? "left"}`), why];
		});
		return [[t("file.title"), t("file.id"), t("file.result"), t("file.why")], ...told];
	}

	async function download() {
		const { stringify } = await import("csv-stringify/browser/esm/sync");
		const csv = stringify(rows(), { escape_formulas: true, record_delimiter: "windows" });
		const address = URL.createObjectURL(new Blob([csv], { type: "text/csv" }));
		const link = document.createElement("a");
		link.href = address;
		link.download = `api-keys-${run.steps[0]?.change.kind ?? "change"}.csv`;
		link.click();
		URL.revokeObjectURL(address);
	}

	return <Button onClick={download}>{t("download")}</Button>;
}
