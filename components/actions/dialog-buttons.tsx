"use client";

import type { Ref } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";

/** What a dialog's main button says, at rest and while it works. */
export type DialogButton = { text: string; pendingText?: string; look: "primary" | "danger" };

type DialogButtonsProps = {
	button: DialogButton;
	pending: boolean;
	onCancel: () => void;
	cancelRef?: Ref<HTMLButtonElement>;
	/** Without it the main button sends the form that it stands in. */
	onConfirm?: () => void;
};

/** The two buttons at the end of a dialog that asks. */
export function DialogButtons({ button, pending, onCancel, cancelRef, onConfirm }: DialogButtonsProps) {
	const t = useTranslations("ui");
	return (
		<>
			<Button ref={cancelRef} onClick={onCancel}>
				{t("cancel")}
			</Button>
			<Button type={onConfirm ? "button" : "submit"} look={button.look} pending={pending} onClick={onConfirm}>
				{pending ? (button.pendingText ?? button.text) : button.text}
			</Button>
		</>
	);
}
