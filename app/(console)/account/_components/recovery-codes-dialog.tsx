"use client";

import { Download } from "lucide-react";
import { useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Dialog, DialogBody, DialogFooter, DialogHeader } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";

type RecoveryCodesDialogProps = { codes: string[] | null; onStored: () => void };

/** Stays until the person says that the codes are stored: they are shown this once. */
export function RecoveryCodesDialog({ codes, onStored }: RecoveryCodesDialogProps) {
	const heading = useRef<HTMLDivElement>(null);
	const text = codes?.join("\n") ?? "";
	return (
		<Dialog open={codes !== null} onOpenChange={() => {}} initialFocus={heading}>
			<DialogHeader
				closable={false}
				title="Your recovery codes"
				text="Each stands in for your second factor once, when the app is out of reach."
			/>
			<DialogBody className="space-y-4">
				<Notice look="warn" ref={heading}>
					<p>They are shown this once. Keep them where you find them without your phone.</p>
				</Notice>
				<ol
					aria-label="Recovery codes"
					className="grid gap-x-6 gap-y-1.5 rounded-lg border border-line bg-sunken p-4 font-mono text-[0.8125rem] sm:grid-cols-2"
				>
					{codes?.map((code) => (
						<li key={code} className="wrap-anywhere">
							{code}
						</li>
					))}
				</ol>
				<div className="flex flex-wrap gap-2">
					<CopyButton text={text} what="recovery codes" />
					<Button icon={<Download aria-hidden className="size-4" />} onClick={() => download(text)}>
						Download
					</Button>
				</div>
			</DialogBody>
			<DialogFooter>
				<Button look="primary" onClick={onStored}>
					I have stored the codes
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
