"use client";

import { Download } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import { useActions } from "./key-actions.tsx";

const LINE_END = 0x0a;
const BEFORE_LINE_END = 0x0d;

type Progress = { done: number; expected: number };

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

/** Throws unless the whole file comes: whoever is signed out is sent to another page, which is no file. */
async function download(address: string, signal: AbortSignal, show: (progress: Progress) => void) {
	const answer = await fetch(address, { signal, redirect: "error" });
	const expected = Number(answer.headers.get("X-Latchkey-Rows") ?? Number.NaN);
	const isFile = answer.headers.get("Content-Type")?.startsWith("text/csv");
	if (!answer.ok || !answer.body || !isFile || Number.isNaN(expected)) {
		throw new Error("the answer is no export");
	}
	const { chunks, rows } = await take(answer.body, (done) => show({ done, expected }));
	if (rows < 0) throw new Error("the export has no header");
	return { file: new Blob(chunks, { type: "text/csv" }), name: nameOf(answer), rows };
}

/** Takes a stream of rows in. Rows end in CR and LF, which no cell contains; the first is the header. */
async function take(body: ReadableStream<Uint8Array<ArrayBuffer>>, onRows: (rows: number) => void) {
	const chunks: Uint8Array<ArrayBuffer>[] = [];
	let lines = 0;
	let last = 0;
	for (const reader = body.getReader(); ; ) {
		const { done, value } = await reader.read();
		if (done) return { chunks, rows: lines - 1 };
		chunks.push(value);
		for (const byte of value) {
			if (byte === LINE_END && last === BEFORE_LINE_END) lines++;
			last = byte;
		}
		onRows(Math.max(0, lines - 1));
	}
}

const nameOf = (answer: Response) =>
	/filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") ?? "")?.[1] ?? "api-keys.csv";

function save(file: Blob, name: string) {
	const address = URL.createObjectURL(file);
	const link = document.createElement("a");
	link.href = address;
	link.download = name;
	link.click();
	URL.revokeObjectURL(address);
}
