"use client";

import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl/react";
import { RefusalSummary } from "#components/actions/refusal-summary.tsx";
import type { Refusal } from "#components/actions/use-action.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogBody, DialogFooter, DialogHeader } from "#components/ui/dialog.tsx";
import { elementOrHeading } from "./focus-targets.ts";
import { ShowLink } from "./show-link.tsx";

type LinkDialogProps = {
	open: boolean;
	onClose: () => void;
	onClosed: () => void;
	/** Where the focus goes afterwards. */
	returnTo: string;
	title: string;
	text: ReactNode;
	notice: ReactNode;
	children: ReactNode;
	call: { pending: boolean; refusal: Refusal | null; make: (onMade: (link: string) => void) => void };
};

/** Says what a new link means, makes it, and shows it once. */
export function LinkDialog(props: LinkDialogProps) {
	const { open, onClose, onClosed, returnTo, title, text, notice, children, call } = props;
	const [t, ui] = [useTranslations("people.link"), useTranslations("ui")];
	const [link, setLink] = useState<string | null>(null);
	return (
		<Dialog
			open={open}
			onOpenChange={(next, details) => {
				if (next) return;
				if (link || call.pending) details.cancel();
				else onClose();
			}}
			onClosed={onClosed}
			finalFocus={() => elementOrHeading(returnTo)}
		>
			{link ? (
				<ShowLink title={t("handOn")} text={text} notice={notice} link={link} onClose={onClose} />
			) : (
				<>
					<DialogHeader title={title} text={text} />
					<DialogBody className="space-y-4 text-sm text-ink-muted">
						{call.refusal && <RefusalSummary refusal={call.refusal} />}
						{children}
					</DialogBody>
					<DialogFooter>
						<Button onClick={onClose}>{ui("cancel")}</Button>
						<Button look="primary" pending={call.pending} onClick={() => call.make(setLink)}>
							{call.pending ? t("making") : t("make")}
						</Button>
					</DialogFooter>
				</>
			)}
		</Dialog>
	);
}
