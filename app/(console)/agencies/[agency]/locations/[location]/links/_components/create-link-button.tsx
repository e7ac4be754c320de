"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { ViewOnly } from "#components/ui/view-only.tsx";
import { useLinkActions } from "./link-actions.tsx";
import { CREATE_LINK_ID } from "./places.ts";

/** The way to a new trigger link, or a word about why there is none. */
export function CreateLinkButton({ mayChange }: { mayChange: boolean }) {
	const { openDialog } = useLinkActions();
	const t = useTranslations("links");
	if (!mayChange) return <ViewOnly />;
	return (
		<Button
			id={CREATE_LINK_ID}
			look="primary"
			icon={<Plus aria-hidden className="size-4" />}
			onClick={() => openDialog({ kind: "create" })}
		>
			{t("create")}
		</Button>
	);
}
