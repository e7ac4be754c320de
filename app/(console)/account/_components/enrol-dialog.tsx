"use client";

import { type FormEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { useAction } from "#components/actions/use-action.ts";
import { Button } from "#components/ui/button.tsx";
import { CodeField } from "#components/ui/code-field.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Dialog, DialogBody, DialogFooter, DialogHeader } from "#components/ui/dialog.tsx";
import { Field, Input } from "#components/ui/field.tsx";
import type { QrCode } from "#lib/core/people/qr-code.ts";
import { confirmSecondFactorAction } from "../actions.ts";

export type Enrolment = { seed: string; qrCode: QrCode };

type EnrolDialogProps = {
	enrolment: Enrolment | null;
	onClose: () => void;
	onConfirmed: (recoveryCodes: string[]) => void;
};

export function EnrolDialog({ enrolment, onClose, onConfirmed }: EnrolDialogProps) {
	const t = useTranslations("account");
	const box = useRef<HTMLInputElement>(null);
	return (
		<Dialog open={enrolment !== null} onOpenChange={(open) => !open && onClose()} initialFocus={box}>
			<DialogHeader title={t("factor.setUp")} text={t("enrol.text")} />
			{enrolment && <EnrolForm enrolment={enrolment} box={box} onClose={onClose} onConfirmed={onConfirmed} />}
		</Dialog>
	);
}

type EnrolFormProps = Omit<EnrolDialogProps, "enrolment"> & {
	enrolment: Enrolment;
	box: React.Ref<HTMLInputElement>;
};

function EnrolForm({ enrolment, box, onClose, onConfirmed }: EnrolFormProps) {
	const [t, ui] = [useTranslations("account.enrol"), useTranslations("ui")];
	const [code, setCode] = useState("");
	const { run, pending, refusal } = useAction(confirmSecondFactorAction);

	function submit(event: FormEvent) {
		event.preventDefault();
		run({ code }, ({ data }) => onConfirmed(data.recoveryCodes));
	}

	const spaced = enrolment.seed.replace(/.{4}(?=.)/g, "$& ");
	return (
		<form onSubmit={submit} noValidate className="contents">
			<DialogBody className="grid content-start items-start gap-6 sm:grid-cols-[auto_1fr]">
				<QrPicture {...enrolment.qrCode} />
				<div className="min-w-0 space-y-5">
					<div className="space-y-2">
						<Field label={t("seed")} hint={t("seedHint")}>
							<Input readOnly value={spaced} className="font-mono text-xs" />
						</Field>
						<CopyButton text={enrolment.seed} what={t("seedName")} size="small" />
					</div>
					<CodeField
						ref={box}
						label={t("code")}
						value={code}
						onValueChange={setCode}
						error={refusal?.message}
					/>
				</div>
			</DialogBody>
			<DialogFooter>
				<Button onClick={onClose}>{ui("cancel")}</Button>
				<Button type="submit" look="primary" pending={pending}>
					{pending ? ui("stepUp.checking") : t("switchOn")}
				</Button>
			</DialogFooter>
		</form>
	);
}

/** Always dark on light, with the quiet zone that cameras need. */
function QrPicture({ size, path }: QrCode) {
	const t = useTranslations("account.enrol");
	return (
		<svg
			role="img"
			aria-label={t("picture")}
			viewBox={`-4 -4 ${size + 8} ${size + 8}`}
			shapeRendering="crispEdges"
			className="mx-auto size-52 rounded-lg border border-line"
		>
			<rect x={-4} y={-4} width={size + 8} height={size + 8} fill="#fff" />
			<path d={path} fill="#000" />
		</svg>
	);
}
