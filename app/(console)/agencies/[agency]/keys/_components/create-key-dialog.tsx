"use client";

import { type FormEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { useAction } from "#components/actions/use-action.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogBody, DialogFooter, DialogHeader } from "#components/ui/dialog.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import { createKeyAction } from "../actions.ts";
import { CREATE_BUTTON_ID, keysHeading } from "./focus-targets.ts";
import type { KeyDialogProps, KeysSite } from "./key-actions.tsx";
import { draftInput, emptyDraft, type KeyDraft } from "./key-draft.ts";
import { KeyForm } from "./key-form.tsx";
import { RevealKey } from "./reveal-key.tsx";

/** Asks what the key is for, then shows it: the only time that anybody sees it. */
export function CreateKeyDialog({ site, open, onClose, onClosed }: KeyDialogProps<object>) {
	const t = useTranslations("apiKey.dialogs.create");
	const { tellDone } = useToasts();
	const [made, setMade] = useState<Made | null>(null);
	const create = useAction((input) => createKeyAction(site.place, input));
	const titleBox = useRef<HTMLInputElement>(null);

	function close() {
		// The answer under way carries the key: nobody leaves before it is here.
		if (!create.pending) onClose();
	}

	function finish() {
		if (made) tellDone(t("done", { title: made.title }));
		onClose();
	}

	return (
		<Dialog
			open={open}
			onOpenChange={(next, details) => {
				if (next) return;
				// Once the key is on the screen, only its own button closes the dialog.
				if (made || create.pending) details.cancel();
				else onClose();
			}}
			onClosed={onClosed}
			initialFocus={titleBox}
			finalFocus={() => document.getElementById(CREATE_BUTTON_ID) ?? keysHeading()}
		>
			{made ? (
				<RevealKey {...made} deed={t("deed")} remedy={t("remedy")} onStored={finish} />
			) : (
				<CreateForm site={site} create={create} titleBox={titleBox} onMade={setMade} onCancel={close} />
			)}
		</Dialog>
	);
}

type Made = { title: string; secret: string; locationId: string | null };

type CreateFormProps = {
	site: KeysSite;
	create: ReturnType<typeof useAction<{ title: string; secret: string }>>;
	titleBox: React.RefObject<HTMLInputElement | null>;
	onMade: (made: Made) => void;
	onCancel: () => void;
};

function CreateForm({ site, create, titleBox, onMade, onCancel }: CreateFormProps) {
	const t = useTranslations("apiKey");
	const tUi = useTranslations("ui");
	const { level, locationId, locations, labels, policy } = site;
	const asksHomeLocation = level === "LOCATION" && locationId === null;
	const [draft, setDraft] = useState(() => emptyDraft(locationId, policy.keyDaysMax));

	function submit(event: FormEvent) {
		event.preventDefault();
		if (level === "LOCATION" && draft.locationId === null) {
			const message = t("form.home.missing");
			const fields = [{ field: "locationId", message }];
			return create.refuse({ status: "refused", code: "invalid_input", message, fields });
		}
		create.run(newKeyInput(draft, site), (done) =>
			onMade({ ...done.data, locationId: placeOf(draft, site) }),
		);
	}

	return (
		<form onSubmit={submit} noValidate className="flex min-h-0 flex-1 flex-col">
			<DialogHeader title={t("dialogs.create.title")} text={<LevelText site={site} />} />
			<DialogBody>
				<KeyForm
					level={level}
					policy={policy}
					before={null}
					locations={locations}
					knownLabels={labels ?? []}
					asksHomeLocation={asksHomeLocation}
					draft={draft}
					onChange={(change) => setDraft((last) => ({ ...last, ...change }))}
					refusal={create.refusal}
					titleRef={titleBox}
				/>
			</DialogBody>
			<DialogFooter>
				<Button onClick={onCancel}>{tUi("cancel")}</Button>
				<Button type="submit" look="primary" pending={create.pending}>
					{t(create.pending ? "dialogs.create.pending" : "dialogs.create.title")}
				</Button>
			</DialogFooter>
		</form>
	);
}

const newKeyInput = (draft: KeyDraft, { level }: KeysSite) => ({
	...draftInput(draft, level),
	level,
	locationId: level === "LOCATION" ? draft.locationId : null,
});

/** A location that the new key acts on, if there is one. */
const placeOf = ({ locationId, allLocations, locationIds }: KeyDraft, { locations }: KeysSite) =>
	locationId ?? (allLocations ? locations[0]?.id : locationIds[0]) ?? null;

function LevelText({ site: { level, locationId, locations } }: { site: KeysSite }) {
	const t = useTranslations("apiKey.dialogs.create");
	if (level === "AGENCY") return t("agency");
	const name = locations.find((location) => location.id === locationId)?.name;
	return name ? t("locationNamed", { name }) : t("location");
}
