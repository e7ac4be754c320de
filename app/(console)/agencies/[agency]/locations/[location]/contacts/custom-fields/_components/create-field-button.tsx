"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { ViewOnly } from "#components/ui/view-only.tsx";
import { useFieldActions } from "./field-actions.tsx";
import { CREATE_FIELD_ID } from "./focus-targets.ts";

/** The way to a new custom field, or a word about why there is none. */
export function CreateFieldButton() {
	const { site, openDialog } = useFieldActions();
	const t = useTranslations("contacts");
	if (!site.mayChange) return <ViewOnly />;
	return (
		<Button
			id={CREATE_FIELD_ID}
			look="primary"
			icon={<Plus aria-hidden className="size-4" />}
			onClick={() => openDialog({ kind: "create" })}
		>
			{t("fields.add")}
		</Button>
	);
}
