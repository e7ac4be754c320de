"use client";

import { usePathname, useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useRef, useState } from "react";
import { useAction } from "#components/actions/use-action.ts";
import {
	AlertDialog,
	AlertDialogBody,
	AlertDialogFooter,
	AlertDialogText,
} from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import { deleteFormAction, type FormsPlace } from "../actions.ts";
import { formMenuId, formsHeading, formsHref } from "./places.ts";

type Named = { id: string; name: string };

const DeleteFormContext = createContext<((form: Named) => void) | null>(null);

export function useDeleteForm() {
	const ask = useContext(DeleteFormContext);
	if (!ask) throw new Error("a form is deleted outside of the provider");
	return ask;
}

/** Keeps the question outside of the table, so that it outlives the row that asked it. */
export function DeleteFormProvider({ place, children }: { place: FormsPlace; children: ReactNode }) {
	const [form, setForm] = useState<Named | null>(null);
	const [open, setOpen] = useState(false);
	const ask = (next: Named) => {
		setForm(next);
		setOpen(true);
	};
	return (
		<DeleteFormContext value={ask}>
			{children}
			{form && (
				<DeleteFormDialog
					place={place}
					form={form}
					open={open}
					onClose={() => setOpen(false)}
					onClosed={() => setForm(null)}
				/>
			)}
		</DeleteFormContext>
	);
}

type DialogProps = {
	place: FormsPlace;
	form: Named;
	open: boolean;
	onClose: () => void;
	onClosed: () => void;
};

function DeleteFormDialog({ place, form, open, onClose, onClosed }: DialogProps) {
	const { tellDone } = useToasts();
	const remove = useAction((input) => deleteFormAction(place, input));
	const cancelButton = useRef<HTMLButtonElement>(null);
	const isGone = useRef(false);
	const router = useRouter();
	const isOnList = usePathname() === formsHref(place);

	const submit = () =>
		remove.run({ formId: form.id }, ({ message }) => {
			isGone.current = true;
			tellDone(message);
			onClose();
			if (isOnList) router.refresh();
			else router.replace(formsHref(place));
		});

	return (
		<AlertDialog
			open={open}
			onClose={onClose}
			onClosed={onClosed}
			title="Delete this form?"
			initialFocus={cancelButton}
			finalFocus={() =>
				(isGone.current ? null : document.getElementById(formMenuId(form.id))) ?? formsHeading()
			}
		>
			<AlertDialogBody>
				<AlertDialogText>
					<p className="font-medium wrap-anywhere text-ink">
						<bdi>{form.name}</bdi>
					</p>
					<p>
						Its page is gone, also where other websites send to it, and so is all that was sent by it. The
						contacts that came of it stay. This cannot be undone. To pause it for a while, close it instead.
					</p>
				</AlertDialogText>
				{remove.refusal && (
					<Notice look="bad" alert>
						{remove.refusal.message}
					</Notice>
				)}
			</AlertDialogBody>
			<AlertDialogFooter>
				<Button ref={cancelButton} onClick={onClose}>
					Cancel
				</Button>
				<Button look="danger" pending={remove.pending} onClick={submit}>
					{remove.pending ? "Deleting…" : "Delete form"}
				</Button>
			</AlertDialogFooter>
		</AlertDialog>
	);
}
