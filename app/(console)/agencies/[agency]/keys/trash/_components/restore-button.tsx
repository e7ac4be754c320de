"use client";

import { Undo2 } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { useAction } from "#components/actions/use-action.ts";
import { Button } from "#components/ui/button.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import type { TrashedKey } from "#lib/core/keys/trash.ts";
import { useChangeToast } from "../../_components/use-change-toast.ts";
import { restoreKeyAction } from "../../actions.ts";
import { useTrashPlace } from "./trash-place.tsx";

/** Brings the key back, or says why it never comes back. */
export function RestoreButton({ trashedKey: { id, title, compromised } }: { trashedKey: TrashedKey }) {
	const t = useTranslations("trash");
	const place = useTrashPlace();
	const tellChange = useChangeToast();
	const { tellFailure } = useToasts();
	const restore = useAction((input) => restoreKeyAction(place, input));

	if (compromised) {
		return <p className="text-xs text-ink-muted">{t("compromised")}</p>;
	}
	return (
		<Button
			size="small"
			icon={<Undo2 aria-hidden className="size-4" />}
			pending={restore.pending}
			aria-label={t("restoreKey", { title })}
			onClick={() =>
				restore.run(
					{ keyId: id },
					(done) => tellChange("begins", done),
					(refusal) => tellFailure(refusal.message),
				)
			}
			className="any-pointer-coarse:h-11 md:-my-1"
		>
			{t(restore.pending ? "restoring" : "restore")}
		</Button>
	);
}
