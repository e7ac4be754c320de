import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { describeInactivity, type Inactivity } from "#lib/services/keys/describe-inactivity.ts";
import type { KeyPlace } from "../actions.ts";
import { KeepAliveButton } from "./keep-alive-button.tsx";

type InactivityPanelProps = {
	ctx: Parameters<typeof describeInactivity>[0];
	place: KeyPlace;
	keyId: string;
	mayChange: boolean;
};

/** Where a key stands with the inactivity rule. */
export async function InactivityPanel({ ctx, place, keyId, mayChange }: InactivityPanelProps) {
	const state = await describeInactivity(ctx, { keyId });
	const { idleSince, wasUsed, days, deletesAt, isCountingDown } = state;
	return (
		<Panel
			title="Inactivity"
			text={
				isCountingDown
					? "Nobody uses this key. It will be deleted."
					: "What happens when nobody uses this key."
			}
			action={mayChange && deletesAt && <KeepAliveButton place={place} keyId={keyId} title={state.title} />}
		>
			<PanelBody>
				<dl className="grid gap-x-6 gap-y-4 text-sm sm:grid-cols-2">
					<Fact name="Idle since">
						<RelativeTime value={idleSince} />
						{wasUsed && <span className="text-ink-muted">, its last use</span>}
					</Fact>
					<Fact name="Period">{periodText(state)}</Fact>
					{days !== null && <Countdown {...state} />}
				</dl>
			</PanelBody>
		</Panel>
	);
}

const Countdown = ({ noticesGiven, deletesAt }: Inactivity) => (
	<>
		<Fact name="Notices given">
			{noticesGiven.length === 0
				? "None"
				: noticesGiven.map(({ days, at }) => (
						<span key={days} className="block">
							<RelativeTime value={at} />
							<span className="text-ink-muted">, {days === 1 ? "1 day" : `${days} days`} ahead</span>
						</span>
					))}
		</Fact>
		<Fact name="Deleted unless used or kept alive">
			<RelativeTime value={deletesAt} />
		</Fact>
	</>
);

const Fact = ({ name, children }: { name: string; children: React.ReactNode }) => (
	<div className="min-w-0">
		<dt className="text-xs text-ink-muted">{name}</dt>
		<dd className="mt-0.5">{children}</dd>
	</div>
);

function periodText({ days, source }: Inactivity) {
	if (source === "revoked") return "None: a revoked key stays";
	if (source === "exempt") return "None: this key is exempt";
	if (days === null) return "None: the agency deletes no unused keys";
	return `${days} days, ${source === "own" ? "set for this key" : "from the agency's policies"}`;
}
