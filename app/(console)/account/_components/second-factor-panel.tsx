"use client";

import { ShieldCheck } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { RefusalSummary } from "#components/actions/refusal-summary.tsx";
import { useAction } from "#components/actions/use-action.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { useOnceTrue } from "#components/ui/use-once-true.ts";
import { beginSecondFactorAction, renewRecoveryCodesAction } from "../actions.ts";
import type { Enrolment } from "./enrol-dialog.tsx";

const DisableDialog = dynamic(() => import("./disable-dialog.tsx").then((module) => module.DisableDialog), {
	ssr: false,
});
const EnrolDialog = dynamic(() => import("./enrol-dialog.tsx").then((module) => module.EnrolDialog), {
	ssr: false,
});
const RecoveryCodesDialog = dynamic(
	() => import("./recovery-codes-dialog.tsx").then((module) => module.RecoveryCodesDialog),
	{ ssr: false },
);

type SecondFactorPanelProps = {
	since: string | null;
	recoveryCodesLeft: number;
	passwordStandsAlone: boolean;
};

/** Codes and seeds live in the state of the dialogs' owner, and are gone with it. */
export function SecondFactorPanel({ since, recoveryCodesLeft, passwordStandsAlone }: SecondFactorPanelProps) {
	const t = useTranslations("account.factor");
	const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
	const [recoveryCodes, setRecoveryCodes] = useState<string[] | null>(null);
	const router = useRouter();
	const enrolWanted = useOnceTrue(enrolment !== null);
	const codesWanted = useOnceTrue(recoveryCodes !== null);

	function finish() {
		setRecoveryCodes(null);
		router.refresh();
	}

	return (
		<Panel
			title={t("title")}
			text={t("text")}
			action={
				since && (
					<Badge tone="good" icon={<ShieldCheck aria-hidden />}>
						{t("on")}
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
			{enrolWanted && (
				<EnrolDialog
					enrolment={enrolment}
					onClose={() => setEnrolment(null)}
					onConfirmed={(codes) => {
						setEnrolment(null);
						setRecoveryCodes(codes);
					}}
				/>
			)}
			{codesWanted && <RecoveryCodesDialog codes={recoveryCodes} onStored={finish} />}
		</Panel>
	);
}

function FactorOff({ onBegun }: { onBegun: (enrolment: Enrolment) => void }) {
	const t = useTranslations("account.factor");
	const { run, pending, refusal } = useAction(beginSecondFactorAction);
	return (
		<div className="space-y-3">
			{refusal && refusal.code !== "step_up_required" && <RefusalSummary refusal={refusal} />}
			<p className="text-sm text-ink-muted">{t("why")}</p>
			<Button look="primary" pending={pending} onClick={() => run(undefined, ({ data }) => onBegun(data))}>
				{t("setUp")}
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
	const t = useTranslations("account.factor");
	const [asking, setAsking] = useState(false);
	const isWanted = useOnceTrue(asking);
	const { run, pending, refusal } = useAction(renewRecoveryCodesAction);
	const few = recoveryCodesLeft <= 3;
	return (
		<div className="space-y-3">
			{refusal && refusal.code !== "step_up_required" && <RefusalSummary refusal={refusal} />}
			<p className="text-sm text-ink-muted">
				{t.rich("since", { when: () => <RelativeTime value={since} />, left: recoveryCodesLeft })}
			</p>
			{few && (
				<Notice look="warn">
					<p>{t("few")}</p>
				</Notice>
			)}
			{!passwordStandsAlone && <p className="text-sm text-ink-muted">{t("needed")}</p>}
			<div className="flex flex-wrap gap-2">
				<Button pending={pending} onClick={() => run(undefined, ({ data }) => onCodes(data.recoveryCodes))}>
					{t("newCodes")}
				</Button>
				<Button onClick={() => setAsking(true)}>{t("switchOff")}</Button>
			</div>
			{isWanted && <DisableDialog open={asking} onClose={() => setAsking(false)} />}
		</div>
	);
}
