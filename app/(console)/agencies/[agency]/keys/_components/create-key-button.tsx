"use client";

import { Eye, Plus } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { useWish } from "#components/actions/wish.ts";
import { Button } from "#components/ui/button.tsx";
import { CREATE_BUTTON_ID } from "./focus-targets.ts";
import { useActions } from "./key-actions.tsx";

const REASON_ID = "create-key-reason";

/** The way to a new key, or a word about why there is none. */
export function CreateKeyButton({ mayChange }: { mayChange: boolean }) {
	const t = useTranslations("apiKey.dialogs.create");
	const tUi = useTranslations("ui");
	const { openDialog, noRoom } = useActions();
	useWish("create-key", () => mayChange && noRoom === null && openDialog({ kind: "create" }));
	if (!mayChange) {
		return (
			<p className="flex h-9 items-center gap-1.5 text-sm text-ink-muted">
				<Eye aria-hidden className="size-4" />
				{tUi("viewOnly")}
			</p>
		);
	}
	return (
		<div className="flex flex-col gap-1.5 sm:items-end">
			<Button
				id={CREATE_BUTTON_ID}
				look="primary"
				icon={<Plus aria-hidden className="size-4" />}
				aria-disabled={noRoom !== null}
				aria-describedby={noRoom ? REASON_ID : undefined}
				onClick={() => noRoom === null && openDialog({ kind: "create" })}
				className="self-start sm:self-end"
			>
				{t("title")}
			</Button>
			{noRoom && (
				<p id={REASON_ID} className="max-w-md text-xs text-ink-muted sm:text-end">
					{noRoom}
				</p>
			)}
		</div>
	);
}
