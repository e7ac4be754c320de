"use client";

import { Pencil } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { ViewOnly } from "#components/ui/view-only.tsx";
import type { ContactSummary } from "#lib/core/crm/contacts.ts";
import { useContactActions } from "../../_components/contact-actions.tsx";
import { ContactMenu } from "../../_components/contact-menu.tsx";

export function ContactButtons({ contact }: { contact: ContactSummary }) {
	const { site, openDialog } = useContactActions();
	const t = useTranslations("contacts");
	if (!site.mayChange) return <ViewOnly />;
	return (
		<div className="flex items-center gap-2">
			<Button
				look="primary"
				icon={<Pencil aria-hidden className="size-4" />}
				onClick={() => openDialog({ kind: "edit", contact })}
			>
				{t("one.edit")}
			</Button>
			<ContactMenu contact={contact} />
		</div>
	);
}
