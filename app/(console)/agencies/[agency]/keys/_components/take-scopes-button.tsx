"use client";

import { ScissorsLineDashed } from "lucide-react";
import dynamic from "next/dynamic";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import type { Scope } from "#lib/core/scopes.ts";

const TakeScopesDialog = dynamic(
	() => import("./take-scopes-dialog.tsx").then((module) => module.TakeScopesDialog),
	{ ssr: false },
);

export type TakeScopesProps = {
	apiKey: { id: string; title: string; version: number };
	review: { granted: readonly Scope[]; unused: readonly Scope[]; lastUsed: Record<string, string> };
};

/** Asks which scopes that nobody uses shall be taken away. */
export function TakeScopesButton(props: TakeScopesProps) {
	const t = useTranslations("keyParts.takeScopes");
	const [open, setOpen] = useState(false);
	const [wasOpened, setWasOpened] = useState(false);
	const button = useRef<HTMLButtonElement>(null);
	return (
		<>
			<Button
				ref={button}
				icon={<ScissorsLineDashed aria-hidden className="size-4" />}
				onClick={() => {
					setWasOpened(true);
					setOpen(true);
				}}
			>
				{t("take")}
			</Button>
			{wasOpened && (
				<TakeScopesDialog
					{...props}
					open={open}
					onClose={() => setOpen(false)}
					onClosed={() => setWasOpened(false)}
					opener={button}
				/>
			)}
		</>
	);
}
