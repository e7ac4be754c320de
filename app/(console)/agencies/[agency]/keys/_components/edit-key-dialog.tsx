"use client";

import { type FormEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { useAction } from "#components/actions/use-action.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogBody, DialogFooter, DialogHeader } from "#components/ui/dialog.tsx";
import { editKeyAction } from "../actions.ts";
import { rowOrHeading } from "./focus-targets.ts";
import type { KeyDialogProps } from "./key-actions.tsx";
import { draftInput, draftOfKey } from "./key-draft.ts";
import { KeyForm } from "./key-form.tsx";
import { useChangeToast } from "./use-change-toast.ts";

/** Changes what a key is called and what it may do; the key itself stays the same. */
export function EditKeyDialog({ site, apiKey, open, onClose, onClosed }: KeyDialogProps) {
	const t = useTranslations("apiKey.dialogs.edit");
	const tUi = useTranslations("ui");
	const tellChange = useChangeToast();
	const [draft, setDraft] = useState(() => draftOfKey(apiKey));
	const edit = useAction((input) => editKeyAction(site.place, input));
	const titleBox = useRef<HTMLInputElement>(null);

	function submit(event: FormEvent) {
		event.preventDefault();
		const fields = draftInput(draft, apiKey.level);
		edit.run({ ...fields, keyId: apiKey.id, version: apiKey.version }, (done) => {
			tellChange("alters", done);
			onClose();
		});
	}

	return (
		<Dialog
			open={open}
			onOpenChange={(next) => !next && onClose()}
			onClosed={onClosed}
			initialFocus={titleBox}
			finalFocus={() => rowOrHeading(apiKey.id)}
		>
			<form onSubmit={submit} noValidate className="flex min-h-0 flex-1 flex-col">
				<DialogHeader
					title={t("title")}
					text={
						<>
							<bdi>{apiKey.title}</bdi> · <code className="font-mono text-xs">{apiKey.masked}</code>
						</>
					}
				/>
				<DialogBody>
					<KeyForm
						level={apiKey.level}
						policy={site.policy}
						before={apiKey}
						locations={site.locations}
						knownLabels={site.labels ?? []}
						asksHomeLocation={false}
						draft={draft}
						onChange={(change) => setDraft((last) => ({ ...last, ...change }))}
						refusal={edit.refusal}
						titleRef={titleBox}
					/>
				</DialogBody>
				<DialogFooter>
					<Button onClick={onClose}>{tUi("cancel")}</Button>
					<Button type="submit" look="primary" pending={edit.pending}>
						{tUi(edit.pending ? "saving" : "saveChanges")}
					</Button>
				</DialogFooter>
			</form>
		</Dialog>
	);
}
