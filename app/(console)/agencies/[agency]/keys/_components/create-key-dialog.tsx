"use client";

import { type FormEvent, useRef, useState } from "react";
import { type Refusal, useAction } from "#components/actions/use-action.ts";
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
	const { tellDone } = useToasts();
	const [made, setMade] = useState<{ title: string; secret: string } | null>(null);
	const create = useAction((input) => createKeyAction(site.place, input));
	const titleBox = useRef<HTMLInputElement>(null);

	function close() {
		// The answer under way carries the key: nobody leaves before it is here.
		if (!create.pending) onClose();
	}

	function finish() {
		if (made) tellDone(`“${made.title}” is ready to use.`);
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
				<RevealKey {...made} deed="was created." remedy="create a new key" onStored={finish} />
			) : (
				<CreateForm site={site} create={create} titleBox={titleBox} onMade={setMade} onCancel={close} />
			)}
		</Dialog>
	);
}

type CreateFormProps = {
	site: KeysSite;
	create: ReturnType<typeof useAction<{ title: string; secret: string }>>;
	titleBox: React.RefObject<HTMLInputElement | null>;
	onMade: (made: { title: string; secret: string }) => void;
	onCancel: () => void;
};

function CreateForm({ site, create, titleBox, onMade, onCancel }: CreateFormProps) {
	const { level, locationId, locations, policy } = site;
	const asksHomeLocation = level === "LOCATION" && locationId === null;
	const [draft, setDraft] = useState(() => emptyDraft(locationId, policy.keyDaysMax));

	function submit(event: FormEvent) {
		event.preventDefault();
		if (level === "LOCATION" && draft.locationId === null) return create.refuse(noLocation);
		create.run(newKeyInput(draft, site), (done) => onMade(done.data));
	}

	return (
		<form onSubmit={submit} noValidate className="flex min-h-0 flex-1 flex-col">
			<DialogHeader title="Create API key" text={levelText(site)} />
			<DialogBody>
				<KeyForm
					level={level}
					policy={policy}
					before={null}
					locations={locations}
					asksHomeLocation={asksHomeLocation}
					draft={draft}
					onChange={(change) => setDraft((last) => ({ ...last, ...change }))}
					refusal={create.refusal}
					titleRef={titleBox}
				/>
			</DialogBody>
			<DialogFooter>
				<Button onClick={onCancel}>Cancel</Button>
				<Button type="submit" look="primary" pending={create.pending}>
					{create.pending ? "Creating…" : "Create API key"}
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

const noLocation: Refusal = {
	status: "refused",
	code: "invalid_input",
	message: "Choose the location that the key is for.",
	fields: [{ field: "locationId", message: "Choose the location that the key is for." }],
};

function levelText({ level, locationId, locations }: KeysSite) {
	if (level === "AGENCY") return "An agency key. It can act on all locations or on a chosen list.";
	const name = locations.find((location) => location.id === locationId)?.name;
	return name ? `A location key for ${name}.` : "A location key. It acts on one location.";
}
