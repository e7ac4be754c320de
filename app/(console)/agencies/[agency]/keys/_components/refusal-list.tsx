import { RelativeTime } from "#components/ui/relative-time.tsx";
import { ERROR_GUIDE, VERDICT_GUIDE } from "#lib/contracts/error-guide.ts";
import { ERRORS } from "#lib/core/errors.ts";
import { DENIAL_REASONS } from "#lib/core/keys/denials.ts";
import type { KeyRefusal, ToldRefusal } from "#lib/core/keys/refusals.ts";
import { VERDICTS } from "#lib/core/verdicts.ts";

/** Why a key was refused: each rule that decided with what to do, and the requests that it decided about. */
export const RefusalList = ({ refusals }: { refusals: readonly KeyRefusal[] }) => (
	<ol className="divide-y divide-line rounded-lg border border-line text-sm">
		{[...byReason(refusals)].map(([name, [latest, ...earlier]]) => (
			<li key={name} className="space-y-1.5 px-3.5 py-3">
				<p className="font-medium">
					{wordsOf(latest.told).name}{" "}
					<code className="font-mono text-xs font-normal text-ink-muted">{latest.told}</code>
				</p>
				<p className="wrap-anywhere">{latest.reason || wordsOf(latest.told).detail}</p>
				<p className="text-ink-muted">{wordsOf(latest.told).guide}</p>
				<ul className="space-y-1 border-s-2 border-line pl-3 text-xs text-ink-muted">
					{[latest, ...earlier].map((refusal) => (
						<Request key={refusal.requestId} refusal={refusal} />
					))}
				</ul>
			</li>
		))}
	</ol>
);

const wordsOf = (told: ToldRefusal) =>
	told === "signature_refused"
		? { name: "Signature", detail: ERRORS[told].title, guide: ERROR_GUIDE[told] }
		: { name: DENIAL_NAMES[told], detail: VERDICTS[told], guide: VERDICT_GUIDE[told] };

/** A signature is told by its own name here. */
const DENIAL_NAMES = { ...DENIAL_REASONS, FORBIDDEN: "Address or location" };

const Request = ({ refusal: { at, address, client, requestId } }: { refusal: KeyRefusal }) => (
	<li className="wrap-anywhere">
		<RelativeTime value={at} /> from {address ?? "an unknown address"}
		{client !== "" && (
			<>
				{" "}
				by <bdi>{client}</bdi>
			</>
		)}
		, request <code className="font-mono">{requestId}</code>
	</li>
);

/** The refusals for the same reason together, in the order of the newest of each. */
function byReason(refusals: readonly KeyRefusal[]) {
	const groups = new Map<string, [KeyRefusal, ...KeyRefusal[]]>();
	for (const refusal of refusals) {
		const name = `${refusal.told} ${refusal.reason}`;
		const group = groups.get(name);
		if (group) group.push(refusal);
		else groups.set(name, [refusal]);
	}
	return groups;
}
