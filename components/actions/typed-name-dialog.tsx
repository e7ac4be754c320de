"use client";

import type { ComponentProps } from "react";
import { useTranslations } from "use-intl/react";
import { TextDialog } from "./text-dialog.tsx";

type TypedNameDialogProps = Omit<ComponentProps<typeof TextDialog>, "title" | "box" | "button"> & {
	/** What is to be deleted. */
	name: string;
	button: string;
};

/** Asks before something is deleted for good: its name has to be typed. */
export function TypedNameDialog({ name, button, ...dialog }: TypedNameDialogProps) {
	const t = useTranslations("ui");
	const label = t.rich("typedName.label", {
		name,
		strong: (chunks) => <bdi className="font-semibold">{chunks}</bdi>,
	});
	return (
		<TextDialog
			{...dialog}
			title={t.rich("typedName.title", { name, bdi: (chunks) => <bdi>{chunks}</bdi> })}
			box={{ name: "typedName", label, spellCheck: false }}
			button={{ text: button, pendingText: t("deleting"), look: "danger" }}
		/>
	);
}
