import { Skeleton } from "#components/ui/skeleton.tsx";
import type { Dependents } from "./use-dependents.ts";

const counted = (count: number, noun: string, plural = `${noun}s`) =>
	`${count === 0 ? "No" : count.toLocaleString("en")} ${count === 1 ? noun : plural}`;

/** "12 keys and 3 people of its own. 1,204 requests in the last 24 hours." */
function sentence({ keys, people, requestsLastDay }: Dependents) {
	const own = `${counted(keys, "key")} and ${counted(people, "person", "people").toLowerCase()} of its own.`;
	return `${own} ${counted(requestsLastDay, "request")} with those keys in the last 24 hours.`;
}

type DependentsTextProps = { dependents: Dependents | null; failure: string | null };

export const DependentsText = ({ dependents, failure }: DependentsTextProps) => (
	<div role="status" className="min-h-5 font-medium text-ink">
		{dependents && sentence(dependents)}
		{failure && `What depends on the location could not be looked up. ${failure}`}
		{!dependents && !failure && (
			<>
				<span className="sr-only">Looking up what depends on it</span>
				<Skeleton className="mt-1.5 w-64" />
			</>
		)}
	</div>
);
