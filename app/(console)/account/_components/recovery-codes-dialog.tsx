"use client";

import { Download } from "lucide-react";
import { useRef } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Dialog, DialogBody, DialogFooter, DialogHeader } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";

type RecoveryCodesDialogProps = { codes: string[] | null; onStored: () => void };

/** Stays until the person says that the codes are stored: they are shown this once. */
export function RecoveryCodesDialog({ codes, onStored }: RecoveryCodesDialogProps) {
	const t = useTranslations("account.codes");
	const heading = useRef<HTMLDivElement>(null);
	const text = codes?.join("\n") ?? "";
	return (
		<Dialog open={codes !== null} onOpenChange={() => {}} initialFocus={heading}>
			<DialogHeader closable={false} title={t("title")} text={t("text")} />
			<DialogBody className="space-y-4">
				<Notice look="warn" ref={heading}>
					<p>{t("once")}</p>
				</Notice>
				<ol
					aria-label={t("list")}
					className="grid gap-x-6 gap-y-1.5 rounded-lg border border-line bg-sunken p-4 font-mono text-[0.8125rem] sm:grid-cols-2"
				>
					{codes?.map((code) => (
						<li key={code} className="wrap-anywhere">
							{code}
						</li>
					))}
				</ol>
				<div className="flex flex-wrap gap-2">
					<CopyButton text={text} what={t("name")} />
					<Button icon={<Download aria-hidden className="size-4" />} onClick={() => download(text)}>
						{t("download")}
					</Button>
				</div>
			</DialogBody>
			<DialogFooter>
				<Button look="primary" onClick={onStored}>
					{t("stored")}
				</Button>
			</DialogFooter>
		</Dialog>
	);
}

function download(text: string) {
	const address = URL.createObjectURL(new Blob([`${text}\n`], { type: "text/plain" }));
	const link = document.createElement("a");
	link.href = address;
	link.download = "latchkey-recovery-codes.txt";
	link.click();
	URL.revokeObjectURL(address);
}
