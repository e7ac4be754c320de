"use client";

import { useTranslations } from "use-intl/react";
import { DeleteDialog } from "#components/actions/delete-dialog.tsx";
import { deleteLinkAction } from "../actions.ts";
import type { LinkDialogProps } from "./link-actions.tsx";
import { linkMenuOrHeading, linksHeading, linksHref } from "./places.ts";

export function DeleteLinkDialog({ place, link, open, onClose, onClosed }: LinkDialogProps) {
	const t = useTranslations("links.delete");
	return (
		<DeleteDialog
			open={open}
			onClose={onClose}
			onClosed={onClosed}
			title={t("title")}
			name={link.name}
			button={t("button")}
			action={(input) => deleteLinkAction(place, input)}
			input={{ linkId: link.id }}
			listHref={linksHref(place)}
			heading={linksHeading}
			opener={() => linkMenuOrHeading(link.id)}
		>
			<p>{t("text", { clicks: link.clicks })}</p>
		</DeleteDialog>
	);
}
