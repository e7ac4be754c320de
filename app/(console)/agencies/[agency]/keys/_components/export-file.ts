const LINE_END = 0x0a;
const BEFORE_LINE_END = 0x0d;

export type Progress = { done: number; expected: number };

/** Throws unless the whole file comes: whoever is signed out is sent to another page, which is no file. */
export async function download(address: string, signal: AbortSignal, show: (progress: Progress) => void) {
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

export function save(file: Blob, name: string) {
	const address = URL.createObjectURL(file);
	const link = document.createElement("a");
	link.href = address;
	link.download = name;
	link.click();
	URL.revokeObjectURL(address);
}
