"use client";

import { useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { FormDialog } from "#components/actions/form-dialog.tsx";
import { useAction } from "#components/actions/use-action.ts";
import { Field, Input } from "#components/ui/field.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import { LINK_NAME_MAX, type LinkSummary } from "#lib/core/crm/link-fields.ts";
import { WEB_ADDRESS_MAX } from "#lib/core/crm/web-address.ts";
import { createLinkAction, editLinkAction } from "../actions.ts";
import type { LinkDialogProps } from "./link-actions.tsx";
import { CREATE_LINK_ID, linkMenuOrHeading, linksHeading } from "./places.ts";

/** Asks what a link is called and where it leads: of a new one, or of one that there is. */
export function LinkDialog(props: LinkDialogProps<{ link: LinkSummary | null }>) {
	const { place, locationId, link, open, onClose, onClosed } = props;
	const t = useTranslations("links");
	const ui = useTranslations("ui");
	const { tellDone } = useToasts();
	const [draft, setDraft] = useState({ name: link?.name ?? "", redirectTo: link?.redirectTo ?? "" });
	const save = useAction((input) => (link ? editLinkAction(place, input) : createLinkAction(place, input)));
	const nameBox = useRef<HTMLInputElement>(null);
	const { refusal } = save;
	const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.message;

	function submit() {
		const naming = link ? { linkId: link.id, version: link.version } : { locationId };
		save.run({ ...draft, ...naming }, ({ message }) => {
			tellDone(message, link ? {} : { text: t("form.copyIt") });
			onClose();
		});
	}

	return (
		<FormDialog
			open={open}
			onClose={onClose}
			onClosed={onClosed}
			title={link ? t("form.edit") : t("create")}
			text={t("form.text")}
			button={
				link
					? { text: ui("saveChanges"), pendingText: ui("saving"), look: "primary" }
					: { text: t("create"), pendingText: t("form.creating"), look: "primary" }
			}
			pending={save.pending}
			refusal={refusal}
			onSubmit={submit}
			initialFocus={nameBox}
			finalFocus={() =>
				link ? linkMenuOrHeading(link.id) : (document.getElementById(CREATE_LINK_ID) ?? linksHeading())
			}
		>
			<div data-field="name">
				<Field label={t("name")} required error={errorOf("name")} hint={t("form.nameHint")}>
					<Input
						ref={nameBox}
						aria-required
						value={draft.name}
						onChange={(event) => setDraft({ ...draft, name: event.target.value })}
						maxLength={LINK_NAME_MAX}
						autoComplete="off"
					/>
				</Field>
			</div>
			<div data-field="redirectTo">
				<Field label={t("form.redirectTo")} required error={errorOf("redirectTo")}>
					<Input
						aria-required
						type="url"
						inputMode="url"
						dir="ltr"
						value={draft.redirectTo}
						onChange={(event) => setDraft({ ...draft, redirectTo: event.target.value })}
						maxLength={WEB_ADDRESS_MAX}
						autoComplete="off"
						spellCheck={false}
						placeholder="https://example.com/offer"
					/>
				</Field>
			</div>
		</FormDialog>
	);
}
