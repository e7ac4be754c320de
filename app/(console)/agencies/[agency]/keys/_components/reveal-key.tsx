"use client";

import { Download } from "lucide-react";
import { useEffect, useId, useRef } from "react";
import { useTranslations } from "use-intl/react";
import { KeySamples } from "#components/samples/key-samples.tsx";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";
import { controlStyle } from "#components/ui/control-style.ts";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { DialogBody, DialogFooter, DialogHeader } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";

type RevealKeyProps = {
	title: string;
	secret: string;
	/** "was created." */
	deed: string;
	/** "create a new key" */
	remedy: string;
	/** A location that the key acts on, for the samples. */
	locationId: string | null;
	onStored: () => void;
};

/** Shows a new key once. It lives in the dialog's memory alone and goes when the dialog goes. */
export function RevealKey({ title, secret, deed, remedy, locationId, onStored }: RevealKeyProps) {
	const box = useRef<HTMLTextAreaElement>(null);
	const id = useId();
	const t = useTranslations("ui.reveal");

	useEffect(() => {
		box.current?.focus();
		box.current?.select();
	}, []);

	return (
		<>
			<DialogHeader
				closable={false}
				title={t("title")}
				text={
					<>
						<bdi className="font-medium text-ink">{title}</bdi> {deed}
					</>
				}
			/>
			<DialogBody className="space-y-5">
				<Notice look="warn">
					<p>
						{t.rich("once", {
							strong: (words) => <strong className="font-semibold">{words}</strong>,
							remedy,
						})}
					</p>
				</Notice>
				<div className="space-y-1.5">
					<label htmlFor={id} className="text-sm font-medium">
						{t("key")}
					</label>
					<textarea
						ref={box}
						id={id}
						readOnly
						rows={1}
						value={secret}
						spellCheck={false}
						autoComplete="off"
						onFocus={(event) => event.target.select()}
						className={cn(
							controlStyle,
							"block field-sizing-content resize-none bg-sunken py-2.5 font-mono break-all",
						)}
					/>
					<div className="flex flex-wrap gap-2 pt-1">
						<CopyButton text={secret} what={t("key")} look="primary" />
						<Button icon={<Download aria-hidden className="size-4" />} onClick={() => downloadEnv(secret)}>
							{t("download")}
						</Button>
					</div>
				</div>
				<section className="space-y-1.5">
					<h3 className="text-sm font-medium">{t("tryIt")}</h3>
					<KeySamples origin={window.location.origin} known={{ locationId }} secret={secret} withVerifier />
				</section>
			</DialogBody>
			<DialogFooter>
				<Button look="primary" onClick={onStored}>
					{t("stored")}
				</Button>
			</DialogFooter>
		</>
	);
}

function downloadEnv(secret: string) {
	const address = URL.createObjectURL(new Blob([`LATCHKEY_API_KEY=${secret}\n`], { type: "text/plain" }));
	const link = document.createElement("a");
	link.href = address;
	link.download = "latchkey.env";
	link.click();
	URL.revokeObjectURL(address);
}
