"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { focusFirstProblem } from "#components/actions/focus-first-problem.ts";
import { RefusalSummary } from "#components/actions/refusal-summary.tsx";
import { useAction } from "#components/actions/use-action.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogBody, DialogFooter, DialogHeader } from "#components/ui/dialog.tsx";
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
	const { tellDone } = useToasts();
	const [draft, setDraft] = useState({ name: link?.name ?? "", redirectTo: link?.redirectTo ?? "" });
	const save = useAction((input) => (link ? editLinkAction(place, input) : createLinkAction(place, input)));
	const nameBox = useRef<HTMLInputElement>(null);
	const root = useRef<HTMLDivElement>(null);
	const { refusal } = save;
	const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.message;

	useEffect(() => {
		if (refusal && root.current) focusFirstProblem(root.current, refusal);
	}, [refusal]);

	function submit(event: FormEvent) {
		event.preventDefault();
		const naming = link ? { linkId: link.id, version: link.version } : { locationId };
		save.run({ ...draft, ...naming }, ({ message }) => {
			tellDone(message, link ? {} : { text: "Copy its address from the list." });
			onClose();
		});
	}

	return (
		<Dialog
			open={open}
			onOpenChange={(next) => !next && onClose()}
			onClosed={onClosed}
			initialFocus={nameBox}
			finalFocus={() =>
				link ? linkMenuOrHeading(link.id) : (document.getElementById(CREATE_LINK_ID) ?? linksHeading())
			}
		>
			<form onSubmit={submit} noValidate className="flex min-h-0 flex-1 flex-col">
				<DialogHeader
					title={link ? "Edit trigger link" : "Create trigger link"}
					text="People who open its address are led on at once. Its own address never changes."
				/>
				<DialogBody>
					<div ref={root} className="space-y-5">
						{refusal && <RefusalSummary refusal={refusal} />}
						<div data-field="name">
							<Field label="Name" required error={errorOf("name")} hint="People who follow it do not see it.">
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
							<Field label="Leads to" required error={errorOf("redirectTo")}>
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
					</div>
				</DialogBody>
				<DialogFooter>
					<Button onClick={onClose}>Cancel</Button>
					<Button type="submit" look="primary" pending={save.pending}>
						{buttonText(link !== null, save.pending)}
					</Button>
				</DialogFooter>
			</form>
		</Dialog>
	);
}

function buttonText(isEdit: boolean, pending: boolean) {
	if (isEdit) return pending ? "Saving…" : "Save changes";
	return pending ? "Creating…" : "Create trigger link";
}
