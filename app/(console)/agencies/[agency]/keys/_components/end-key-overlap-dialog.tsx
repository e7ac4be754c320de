"use client";

import { useRef } from "react";
import { useTranslations } from "use-intl/react";
import { ConfirmDialog } from "#components/actions/confirm-dialog.tsx";
import { useAction } from "#components/actions/use-action.ts";
import { MARKS } from "#components/texts/marks.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { KeySummary } from "#lib/core/keys/key.ts";
import type { OlderSecret } from "#lib/services/keys/describe.ts";
import { endKeyOverlapAction } from "../actions.ts";
import { keysHeading } from "./focus-targets.ts";
import { useActions } from "./key-actions.tsx";
import { useChangeToast } from "./use-change-toast.ts";

export type OverlapDialogProps = {
	apiKey: KeySummary;
	older: OlderSecret;
	open: boolean;
	onClose: () => void;
};

export function EndKeyOverlapDialog({ apiKey, older, open, onClose }: OverlapDialogProps) {
	const t = useTranslations("keyParts.overlap.end");
	const tellChange = useChangeToast();
	const { place } = useActions();
	const isOver = useRef(false);
	const end = useAction((input) => endKeyOverlapAction(place, input));
	const [latest] = older.senders;

	const submit = () =>
		end.run({ keyId: apiKey.id, version: apiKey.version }, (done) => {
			isOver.current = true;
			tellChange("replaces", done);
			onClose();
		});

	return (
		<ConfirmDialog
			open={open}
			onClose={onClose}
			title={t.rich("title", { ...MARKS, name: apiKey.title })}
			button={{ text: t("confirm"), pendingText: t("pending"), look: "danger" }}
			pending={end.pending}
			refusal={end.refusal}
			onConfirm={submit}
			finalFocus={() => (isOver.current ? keysHeading() : true)}
		>
			<p className="font-medium text-ink">
				{latest
					? t.rich(latest.address ? "used" : "usedUnknown", {
							address: latest.address,
							time: () => <RelativeTime value={latest.lastUsedAt} />,
						})
					: t("unused")}
			</p>
			<p>{t("text")}</p>
		</ConfirmDialog>
	);
}
