"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { ViewOnly } from "#components/ui/view-only.tsx";
import { useContactActions } from "./contact-actions.tsx";
import { CREATE_CONTACT_ID } from "./focus-targets.ts";

/** The way to a new contact, or a word about why there is none. */
export function CreateContactButton() {
	const { site, openDialog } = useContactActions();
	const t = useTranslations("contacts");
	if (!site.mayChange) return <ViewOnly />;
	return (
		<Button
			id={CREATE_CONTACT_ID}
			look="primary"
			icon={<Plus aria-hidden className="size-4" />}
			onClick={() => openDialog({ kind: "create" })}
		>
			{t("add")}
		</Button>
	);
}
