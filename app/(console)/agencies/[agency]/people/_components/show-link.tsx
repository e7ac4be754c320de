"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";
import { controlStyle } from "#components/ui/control-style.ts";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { DialogBody, DialogFooter, DialogHeader } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";

type ShowLinkProps = { title: string; text: ReactNode; notice: ReactNode; link: string; onClose: () => void };

/** Shows a link once, for whoever is to hand it on. It goes when the dialog goes. */
export function ShowLink({ title, text, notice, link, onClose }: ShowLinkProps) {
	const t = useTranslations("people.link");
	const box = useRef<HTMLTextAreaElement>(null);
	const id = useId();

	useEffect(() => {
		box.current?.focus();
		box.current?.select();
	}, []);

	return (
		<>
			<DialogHeader title={title} text={text} closable={false} />
			<DialogBody className="space-y-5">
				<Notice look="warn">{notice}</Notice>
				<div className="space-y-1.5">
					<label htmlFor={id} className="text-sm font-medium">
						{t("label")}
					</label>
					<textarea
						ref={box}
						id={id}
						readOnly
						rows={1}
						value={link}
						spellCheck={false}
						autoComplete="off"
						onFocus={(event) => event.target.select()}
						className={cn(
							controlStyle,
							"block field-sizing-content resize-none bg-sunken py-2.5 font-mono text-xs break-all",
						)}
					/>
					<div className="pt-1">
						<CopyButton text={link} what={t("name")} look="primary" />
					</div>
				</div>
			</DialogBody>
			<DialogFooter>
				<Button onClick={onClose}>{t("done")}</Button>
			</DialogFooter>
		</>
	);
}
