"use client";

import { useTranslations } from "use-intl/react";
import { ConfirmDialog } from "#components/actions/confirm-dialog.tsx";
import { useAction } from "#components/actions/use-action.ts";
import { useToasts } from "#components/ui/toast.tsx";
import type { SharedSecretVersion } from "#lib/core/shared-secret.ts";
import { endOverlapAction, type SecretPlace } from "../actions.ts";

type EndOverlapDialogProps = {
	place: SecretPlace;
	overlap: SharedSecretVersion;
	open: boolean;
	onClose: () => void;
};

export function EndOverlapDialog({ place, overlap, open, onClose }: EndOverlapDialogProps) {
	const t = useTranslations("sharedSecret.endOverlap");
	const { version } = overlap;
	const { tellDone } = useToasts();
	const end = useAction((input) => endOverlapAction(place, input));

	const submit = () =>
		end.run({ version }, (done) => {
			tellDone(done.message);
			onClose();
		});

	return (
		<ConfirmDialog
			open={open}
			onClose={onClose}
			title={t("title", { version })}
			button={{ text: t("submit", { version }), pendingText: t("pending"), look: "danger" }}
			pending={end.pending}
			refusal={end.refusal}
			onConfirm={submit}
			finalFocus={() => document.getElementById("shared-secret-heading")}
		>
			<p>{t("text", { version })}</p>
		</ConfirmDialog>
	);
}
