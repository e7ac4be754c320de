import { textsOf } from "#components/texts/texts-of.ts";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { describeInactivity, type Inactivity } from "#lib/services/keys/describe-inactivity.ts";
import type { KeyPlace } from "../actions.ts";
import { KeepAlive } from "./keep-alive.tsx";

type InactivityPanelProps = {
	ctx: Parameters<typeof describeInactivity>[0];
	place: KeyPlace;
	keyId: string;
	mayChange: boolean;
};

/** Where a key stands with the inactivity rule. */
export async function InactivityPanel({ ctx, place, keyId, mayChange }: InactivityPanelProps) {
	const state = await describeInactivity(ctx, { keyId });
	const t = await textsOf("key");
	const { idleSince, wasUsed, days, deletesAt, isCountingDown } = state;
	return (
		<Panel
			title={t("inactivity.title")}
			text={t(isCountingDown ? "inactivity.counting" : "inactivity.text")}
			action={mayChange && deletesAt && <KeepAlive place={place} keyId={keyId} title={state.title} />}
		>
			<PanelBody>
				<dl className="grid gap-x-6 gap-y-4 text-sm sm:grid-cols-2">
					<Fact name={t("inactivity.since")}>
						<RelativeTime value={idleSince} />
						{wasUsed && <span className="text-ink-muted">, {t("inactivity.lastUse")}</span>}
					</Fact>
					<Fact name={t("inactivity.period")}>{periodText(t, state)}</Fact>
					{days !== null && <Countdown {...state} />}
				</dl>
			</PanelBody>
		</Panel>
	);
}

async function Countdown({ noticesGiven, deletesAt }: Inactivity) {
	const t = await textsOf("key");
	return (
		<>
			<Fact name={t("inactivity.notices")}>
				{noticesGiven.length === 0
					? t("inactivity.noNotices")
					: noticesGiven.map(({ days, at }) => (
							<span key={days} className="block">
								<RelativeTime value={at} />
								<span className="text-ink-muted">, {t("inactivity.ahead", { days })}</span>
							</span>
						))}
			</Fact>
			<Fact name={t("inactivity.deleted")}>
				<RelativeTime value={deletesAt} />
			</Fact>
		</>
	);
}

const Fact = ({ name, children }: { name: string; children: React.ReactNode }) => (
	<div className="min-w-0">
		<dt className="text-xs text-ink-muted">{name}</dt>
		<dd className="mt-0.5">{children}</dd>
	</div>
);

type Words = Awaited<ReturnType<typeof textsOf<"key">>>;

function periodText(t: Words, { days, source }: Inactivity) {
	if (source === "revoked") return t("inactivity.revoked");
	if (source === "exempt") return t("inactivity.exempt");
	if (days === null) return t("inactivity.agencyNone");
	return t(source === "own" ? "inactivity.own" : "inactivity.agency", { days });
}
