"use client";

import { ShieldCheck } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { RefusalSummary } from "#components/actions/refusal-summary.tsx";
import { useAction } from "#components/actions/use-action.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { beginSecondFactorAction, renewRecoveryCodesAction } from "../actions.ts";
import { DisableDialog } from "./disable-dialog.tsx";
import { EnrolDialog, type Enrolment } from "./enrol-dialog.tsx";
import { RecoveryCodesDialog } from "./recovery-codes-dialog.tsx";

type SecondFactorPanelProps = {
	since: string | null;
	recoveryCodesLeft: number;
	passwordStandsAlone: boolean;
};

/** Codes and seeds live in the state of the dialogs' owner, and are gone with it. */
export function SecondFactorPanel({ since, recoveryCodesLeft, passwordStandsAlone }: SecondFactorPanelProps) {
	const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
	const [recoveryCodes, setRecoveryCodes] = useState<string[] | null>(null);
	const router = useRouter();

	function finish() {
		setRecoveryCodes(null);
		router.refresh();
	}

	return (
		<Panel
			title="Second factor"
			text="A code from an app on your phone, asked for after your password."
			action={
				since && (
					<Badge tone="good" icon={<ShieldCheck aria-hidden />}>
						On
					</Badge>
				)
			}
		>
			<PanelBody>
				{since ? (
					<FactorOn
						since={since}
						recoveryCodesLeft={recoveryCodesLeft}
						passwordStandsAlone={passwordStandsAlone}
						onCodes={setRecoveryCodes}
					/>
				) : (
					<FactorOff onBegun={setEnrolment} />
				)}
			</PanelBody>
			<EnrolDialog
				enrolment={enrolment}
				onClose={() => setEnrolment(null)}
				onConfirmed={(codes) => {
					setEnrolment(null);
					setRecoveryCodes(codes);
				}}
			/>
			<RecoveryCodesDialog codes={recoveryCodes} onStored={finish} />
		</Panel>
	);
}

function FactorOff({ onBegun }: { onBegun: (enrolment: Enrolment) => void }) {
	const { run, pending, refusal } = useAction(beginSecondFactorAction);
	return (
		<div className="space-y-3">
			{refusal && refusal.code !== "step_up_required" && <RefusalSummary refusal={refusal} />}
			<p className="text-sm text-ink-muted">
				Whoever learns your password cannot sign in without it. You need an authenticator app, such as the one
				in your password manager.
			</p>
			<Button look="primary" pending={pending} onClick={() => run(undefined, ({ data }) => onBegun(data))}>
				Set up a second factor
			</Button>
		</div>
	);
}

type FactorOnProps = {
	since: string;
	recoveryCodesLeft: number;
	passwordStandsAlone: boolean;
	onCodes: (codes: string[]) => void;
};

function FactorOn({ since, recoveryCodesLeft, passwordStandsAlone, onCodes }: FactorOnProps) {
	const [asking, setAsking] = useState(false);
	const { run, pending, refusal } = useAction(renewRecoveryCodesAction);
	const few = recoveryCodesLeft <= 3;
	return (
		<div className="space-y-3">
			{refusal && refusal.code !== "step_up_required" && <RefusalSummary refusal={refusal} />}
			<p className="text-sm text-ink-muted">
				Set up <RelativeTime value={since} />. {recoveryCodesLeft} of your recovery codes{" "}
				{recoveryCodesLeft === 1 ? "is" : "are"} unused.
			</p>
			{few && (
				<Notice look="warn">
					<p>Make new recovery codes before you run out: without them a lost phone locks you out.</p>
				</Notice>
			)}
			{!passwordStandsAlone && (
				<p className="text-sm text-ink-muted">
					Your password is shorter than 15 characters, so the second factor has to stay on.
				</p>
			)}
			<div className="flex flex-wrap gap-2">
				<Button pending={pending} onClick={() => run(undefined, ({ data }) => onCodes(data.recoveryCodes))}>
					Make new recovery codes
				</Button>
				<Button onClick={() => setAsking(true)}>Switch off</Button>
			</div>
			<DisableDialog open={asking} onClose={() => setAsking(false)} />
		</div>
	);
}
