"use client";

import { Eye, Plus } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { CREATE_BUTTON_ID } from "./focus-targets.ts";
import { useActions } from "./key-actions.tsx";

/** The way to a new key, or a word about why there is none. */
export function CreateKeyButton({ mayChange }: { mayChange: boolean }) {
	const { openDialog } = useActions();
	return mayChange ? (
		<Button
			id={CREATE_BUTTON_ID}
			look="primary"
			icon={<Plus aria-hidden className="size-4" />}
			onClick={() => openDialog({ kind: "create" })}
		>
			Create API key
		</Button>
	) : (
		<p className="flex h-9 items-center gap-1.5 text-sm text-ink-muted">
			<Eye aria-hidden className="size-4" />
			View only
		</p>
	);
}
