"use client";

import { Plus } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { ViewOnly } from "../../../../../webhooks/_components/create-webhook-button.tsx";
import { useFieldActions } from "./field-actions.tsx";
import { CREATE_FIELD_ID } from "./focus-targets.ts";

/** The way to a new custom field, or a word about why there is none. */
export function CreateFieldButton() {
	const { site, openDialog } = useFieldActions();
	if (!site.mayChange) return <ViewOnly />;
	return (
		<Button
			id={CREATE_FIELD_ID}
			look="primary"
			icon={<Plus aria-hidden className="size-4" />}
			onClick={() => openDialog({ kind: "create" })}
		>
			Add custom field
		</Button>
	);
}
