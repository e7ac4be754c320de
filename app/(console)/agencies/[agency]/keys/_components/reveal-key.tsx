"use client";

import { Download } from "lucide-react";
import { useEffect, useId, useRef } from "react";
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
	onStored: () => void;
};

/** Shows a new key once. It lives in the dialog's memory alone and goes when the dialog goes. */
export function RevealKey({ title, secret, deed, remedy, onStored }: RevealKeyProps) {
	const box = useRef<HTMLTextAreaElement>(null);
	const id = useId();
	const call = `curl -H "Authorization: Bearer ${secret}" ${window.location.origin}/api/v2/keys/me`;

	useEffect(() => {
		box.current?.focus();
		box.current?.select();
	}, []);

	return (
		<>
			<DialogHeader
				closable={false}
				title="Copy your API key now"
				text={
					<>
						<bdi className="font-medium text-ink">{title}</bdi> {deed}
					</>
				}
			/>
			<DialogBody className="space-y-5">
				<Notice look="warn">
					<p>
						<strong className="font-semibold">This is the only time you see it.</strong> Latchkey keeps no
						copy. If it gets lost, {remedy}.
					</p>
				</Notice>
				<div className="space-y-1.5">
					<label htmlFor={id} className="text-sm font-medium">
						API key
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
						<CopyButton text={secret} what="API key" look="primary" />
						<Button icon={<Download aria-hidden className="size-4" />} onClick={() => downloadEnv(secret)}>
							Download .env
						</Button>
					</div>
				</div>
				<div className="space-y-1.5">
					<div className="flex items-center justify-between gap-2">
						<h3 className="text-sm font-medium">Try it</h3>
						<CopyButton text={call} what="command" look="quiet" size="small" />
					</div>
					<pre className="rounded-lg border border-line bg-sunken px-3.5 py-3 font-mono text-xs wrap-anywhere whitespace-pre-wrap">
						{call}
					</pre>
				</div>
			</DialogBody>
			<DialogFooter>
				<Button look="primary" onClick={onStored}>
					I have stored the key
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
