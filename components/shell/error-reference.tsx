/** The number under which the server wrote down what happened; there is none when it happened in the browser. */
export function ErrorReference({ error }: { error: unknown }) {
	const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
	return digest && <span className="mt-2 block font-mono text-xs">Reference {digest}</span>;
}
