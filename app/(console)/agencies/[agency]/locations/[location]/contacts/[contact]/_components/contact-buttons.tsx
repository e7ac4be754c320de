"use client";

import { Pencil } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import type { ContactSummary } from "#lib/core/crm/contacts.ts";
import { ViewOnly } from "../../../../../webhooks/_components/create-webhook-button.tsx";
import { useContactActions } from "../../_components/contact-actions.tsx";
import { ContactMenu } from "../../_components/contact-menu.tsx";

export function ContactButtons({ contact }: { contact: ContactSummary }) {
	const { site, openDialog } = useContactActions();
	if (!site.mayChange) return <ViewOnly />;
	return (
		<div className="flex items-center gap-2">
			<Button
				look="primary"
				icon={<Pencil aria-hidden className="size-4" />}
				onClick={() => openDialog({ kind: "edit", contact })}
			>
				Edit
			</Button>
			<ContactMenu contact={contact} />
		</div>
	);
}
