import { relativeTime } from "#components/ui/relative-time-text.ts";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { KeyUse } from "./use-key-use.ts";

const counted = (count: number, noun: string, plural = `${noun}s`) =>
	`${count.toLocaleString("en")} ${count === 1 ? noun : plural}`;

/** "1,204 requests in the last 24 hours from 3 addresses; last used 4 minutes ago." */
export function keyUseSentence(use: KeyUse, now: number) {
	if (use.lastUsedAt === null) return "Never used.";
	const lastUsed = `last used ${relativeTime(use.lastUsedAt, now)}`;
	if (use.requestsLastDay === 0) return `No requests in the last 24 hours; ${lastUsed}.`;
	const requests = counted(use.requestsLastDay, "request");
	const addresses = counted(use.addressesLastDay, "address", "addresses");
	return `${requests} in the last 24 hours from ${addresses}; ${lastUsed}.`;
}

export const KeyUseText = ({ keyUse, failure }: { keyUse: KeyUse | null; failure: string | null }) => (
	<div role="status" className="min-h-5 font-medium text-ink">
		{keyUse && keyUseSentence(keyUse, Date.now())}
		{failure && `How the key is used could not be looked up. ${failure}`}
		{!keyUse && !failure && (
			<>
				<span className="sr-only">Looking up how it is used</span>
				<Skeleton className="mt-1.5 w-64" />
			</>
		)}
	</div>
);
