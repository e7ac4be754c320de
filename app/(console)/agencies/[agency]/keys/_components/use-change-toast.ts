"use client";

import { useLocale, useTranslations } from "use-intl/react";
import type { Done } from "#components/actions/use-action.ts";
import { type ToastUndo, useToasts } from "#components/ui/toast.tsx";
import { describePropagation, type KeyEffect, type PropagationNews } from "#lib/core/keys/propagation.ts";

/** Tells that a key was changed, and whether every process goes by it. */
export function useChangeToast() {
	const [t, language] = [useTranslations("words"), useLocale()];
	const { tellDone, tellWarning } = useToasts();
	return (effect: KeyEffect, done: Done<PropagationNews>, undo?: ToastUndo) => {
		const { text, isWarning } = describePropagation(t, effect, done.data, { language });
		const tell = isWarning ? tellWarning : tellDone;
		tell(done.message, { text, ...(undo && { undo }) });
	};
}
