/** What came of an attempt, in words. */
export function outcomeText({ status, problem }: { status: number | null; problem: string | null }) {
	if (status === null) return problem ?? "No answer";
	return problem === null ? `Status ${status}` : `Status ${status}: ${problem}`;
}
