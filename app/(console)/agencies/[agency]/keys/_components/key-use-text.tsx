import { relativeTime } from "#components/ui/relative-time-text.ts";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { KeyUse } from "./use-key-use.ts";

const counted = (count: number, noun: string, plural = `${noun}s`) =>
	`${count.toLocaleString("en")} ${count === 1 ? noun : plural}`;

/** "1,204 requests in the last 24 hours from 3 addresses." */
function lastDaySentence({ requestsLastDay, addressesLastDay }: KeyUse) {
	if (requestsLastDay === 0) return "No requests in the last 24 hours.";
	const requests = counted(requestsLastDay, "request");
	return `${requests} in the last 24 hours from ${counted(addressesLastDay, "address", "addresses")}.`;
}

/** "Last used 4 minutes ago from 203.0.113.7." */
const lastUseSentence = ({ at, address }: NonNullable<KeyUse["lastUse"]>, now: number) =>
	`Last used ${relativeTime(at, now)}${address === null ? "" : ` from ${address}`}.`;

const UseSentences = ({ keyUse }: { keyUse: KeyUse }) =>
	keyUse.lastUse === null ? (
		<p>Never used.</p>
	) : (
		<>
			<p>{lastDaySentence(keyUse)}</p>
			<p>{lastUseSentence(keyUse.lastUse, Date.now())}</p>
		</>
	);

export const KeyUseText = ({ keyUse, failure }: { keyUse: KeyUse | null; failure: string | null }) => (
	<div role="status" className="min-h-5 font-medium text-ink">
		{keyUse && <UseSentences keyUse={keyUse} />}
		{failure && `How the key is used could not be looked up. ${failure}`}
		{!keyUse && !failure && (
			<>
				<span className="sr-only">Looking up how it is used</span>
				<Skeleton className="mt-1.5 w-64" />
			</>
		)}
	</div>
);
