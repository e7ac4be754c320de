"use client";

import { type FormEvent, useId, useState } from "react";
import { useTranslations } from "use-intl/react";
import { useAction } from "#components/actions/use-action.ts";
import {
	AlertDialog,
	AlertDialogBody,
	AlertDialogFooter,
	AlertDialogText,
} from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import type { SharedSecretVersion } from "#lib/core/shared-secret.ts";
import { rotateSharedSecretAction, type SecretPlace } from "../actions.ts";

type RotateDialogProps = {
	place: SecretPlace;
	current: SharedSecretVersion;
	overlap: SharedSecretVersion | undefined;
	open: boolean;
	onClose: () => void;
};

const HOUR = 3_600;
const OVERLAPS = { none: 0, hour: HOUR, day: 24 * HOUR, week: 168 * HOUR, month: 720 * HOUR } as const;

type Overlap = keyof typeof OVERLAPS;

const CHOICES = Object.keys(OVERLAPS) as Overlap[];

export function RotateDialog({ place, current, overlap, open, onClose }: RotateDialogProps) {
	const [t, ui] = [useTranslations("sharedSecret.rotate"), useTranslations("ui")];
	const { version } = current;
	const { tellDone } = useToasts();
	const [chosen, setChosen] = useState<Overlap>("day");
	const rotate = useAction((input) => rotateSharedSecretAction(place, input));
	const labelId = useId();

	function submit(event: FormEvent) {
		event.preventDefault();
		rotate.run({ version, overlapSeconds: OVERLAPS[chosen] }, (done) => {
			tellDone(done.message);
			onClose();
		});
	}

	return (
		<AlertDialog open={open} onClose={onClose} title={t("title")}>
			<form onSubmit={submit}>
				<AlertDialogBody>
					<AlertDialogText>
						<p>{t("text", { next: version + 1, version })}</p>
					</AlertDialogText>
					{overlap && <Notice look="warn">{t("third", { version: overlap.version })}</Notice>}
					<div className="space-y-1.5">
						<p id={labelId} className="text-sm font-medium">
							{t("howLong", { version })}
						</p>
						<RadioCards
							value={chosen}
							onChange={setChosen}
							cards={CHOICES.map((value) => ({ value, title: t(value), text: t(`${value}Text`) }))}
							labelledBy={labelId}
							className="sm:grid-cols-1"
						/>
					</div>
					{chosen === "none" && <Notice look="warn">{t("atOnce", { version })}</Notice>}
					{rotate.refusal && (
						<Notice look="bad" alert>
							{rotate.refusal.message}
						</Notice>
					)}
				</AlertDialogBody>
				<AlertDialogFooter>
					<Button onClick={onClose}>{ui("cancel")}</Button>
					<Button type="submit" look="danger" pending={rotate.pending}>
						{rotate.pending ? t("pending") : t("submit")}
					</Button>
				</AlertDialogFooter>
			</form>
		</AlertDialog>
	);
}
