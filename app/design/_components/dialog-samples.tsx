"use client";

import { useState } from "react";
import {
	AlertDialog,
	AlertDialogBody,
	AlertDialogFooter,
	AlertDialogText,
} from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogBody, DialogFooter, DialogHeader } from "#components/ui/dialog.tsx";
import { Field, Input } from "#components/ui/field.tsx";
import { SampleRow } from "./shown.tsx";

export function DialogSamples() {
	const [open, setOpen] = useState<"work" | "grave" | null>(null);
	const close = () => setOpen(null);
	return (
		<SampleRow>
			<Button onClick={() => setOpen("work")}>Dialog with work in it</Button>
			<Button onClick={() => setOpen("grave")}>Before something grave</Button>
			<Dialog open={open === "work"} onOpenChange={(next) => !next && close()}>
				<DialogHeader title="Edit the key" text="Booking calendar" />
				<DialogBody>
					<Field label="Title" required>
						<Input defaultValue="Booking calendar" />
					</Field>
				</DialogBody>
				<DialogFooter>
					<Button onClick={close}>Cancel</Button>
					<Button look="primary" onClick={close}>
						Save changes
					</Button>
				</DialogFooter>
			</Dialog>
			<AlertDialog open={open === "grave"} onClose={close} title="Revoke “Booking calendar”?">
				<AlertDialogBody>
					<AlertDialogText>
						<p>Whatever sends this key is refused from now on. This cannot be undone.</p>
					</AlertDialogText>
				</AlertDialogBody>
				<AlertDialogFooter>
					<Button onClick={close}>Cancel</Button>
					<Button look="danger" onClick={close}>
						Revoke
					</Button>
				</AlertDialogFooter>
			</AlertDialog>
		</SampleRow>
	);
}
