"use client";

import { Plus } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { ViewOnly } from "../../../../webhooks/_components/create-webhook-button.tsx";
import { useContactActions } from "./contact-actions.tsx";
import { CREATE_CONTACT_ID } from "./focus-targets.ts";

/** The way to a new contact, or a word about why there is none. */
export function CreateContactButton() {
	const { site, openDialog } = useContactActions();
	if (!site.mayChange) return <ViewOnly />;
	return (
		<Button
			id={CREATE_CONTACT_ID}
			look="primary"
			icon={<Plus aria-hidden className="size-4" />}
			onClick={() => openDialog({ kind: "create" })}
		>
			Add contact
		</Button>
	);
}
