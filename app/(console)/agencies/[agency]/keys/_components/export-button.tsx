"use client";

import { Download } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import type { Progress } from "./export-file.ts";
import { useActions } from "./key-actions.tsx";

/** Fetches what the list shows as a file, says how far it is, and can be stopped. */
export function ExportButton({ search, total }: { search: string; total: number }) {
	const t = useTranslations("keys.export");
	const { agency, location } = useActions().place;
	const { tellDone, tellFailure } = useToasts();
	const [progress, setProgress] = useState<Progress | null>(null);
	const underWay = useRef<AbortController | null>(null);
	const exportButton = useRef<HTMLButtonElement>(null);
	const cancelButton = useRef<HTMLButtonElement>(null);
	const base = location ? `/agencies/${agency}/locations/${location}` : `/agencies/${agency}`;

	async function start() {
		const ends = new AbortController();
		underWay.current = ends;
		setProgress({ done: 0, expected: total });
		try {
			const { download, save } = await import("./export-file.ts");
			const { file, name, rows } = await download(`${base}/keys/export?${search}`, ends.signal, setProgress);
			save(file, name);
			tellDone(t("done", { count: rows }));
		} catch {
			if (!ends.signal.aborted) tellFailure(t("failed"));
		} finally {
			if (document.activeElement === cancelButton.current) exportButton.current?.focus();
			setProgress(null);
		}
	}

	return (
		<div className="flex flex-wrap items-center gap-2 text-sm tabular-nums">
			<Button
				ref={exportButton}
				icon={<Download aria-hidden className="size-4" />}
				pending={progress !== null}
				onClick={start}
				aria-label={t("hint", { total })}
			>
				{t("button")}
			</Button>
			{progress && (
				<>
					<progress
						aria-label={t("button")}
						max={progress.expected}
						value={progress.done}
						className="w-24 accent-accent"
					/>
					<span aria-hidden>{t("progress", { done: progress.done, total: progress.expected })}</span>
					<Button ref={cancelButton} size="small" onClick={() => underWay.current?.abort()}>
						{t("cancel")}
					</Button>
				</>
			)}
		</div>
	);
}
