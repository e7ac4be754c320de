"use client";

import type { FormEvent } from "react";
import { RefusalSummary } from "#components/actions/refusal-summary.tsx";
import { useAction } from "#components/actions/use-action.ts";
import {
	AlertDialog,
	AlertDialogBody,
	AlertDialogFooter,
	AlertDialogText,
} from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { handOverAction } from "../actions.ts";
import { elementOrHeading, personMenuId } from "./focus-targets.ts";
import type { PersonDialogProps } from "./people-actions.tsx";
import { SIGN_IN_AGAIN } from "./way-out.ts";

export function HandOverDialog({ site, person, open, onClose, onClosed }: PersonDialogProps) {
	const handOver = useAction((input) => handOverAction(site.place, input));

	function submit(event: FormEvent) {
		event.preventDefault();
		handOver.run({ personId: person.id }, () => window.location.assign(SIGN_IN_AGAIN));
	}

	return (
		<AlertDialog
			open={open}
			onClose={onClose}
			onClosed={onClosed}
			title={
				<>
					Hand <bdi>{site.name}</bdi> over to <bdi>{person.name}</bdi>?
				</>
			}
			finalFocus={() => elementOrHeading(personMenuId(person.id))}
		>
			<form onSubmit={submit}>
				<AlertDialogBody>
					<AlertDialogText>
						<p>
							They become an owner, and you an admin: you cannot take it back yourself. Both of you are signed
							out and sign in again.
						</p>
					</AlertDialogText>
					{handOver.refusal && <RefusalSummary refusal={handOver.refusal} />}
				</AlertDialogBody>
				<AlertDialogFooter>
					<Button onClick={onClose}>Cancel</Button>
					<Button type="submit" look="danger" pending={handOver.pending}>
						{handOver.pending ? "Handing over…" : "Hand over"}
					</Button>
				</AlertDialogFooter>
			</form>
		</AlertDialog>
	);
}
