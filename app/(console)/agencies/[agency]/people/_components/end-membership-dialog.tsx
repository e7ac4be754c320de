"use client";

import type { FormEvent } from "react";
import { RefusalSummary } from "#components/actions/refusal-summary.tsx";
import { type Done, useAction } from "#components/actions/use-action.ts";
import {
	AlertDialog,
	AlertDialogBody,
	AlertDialogFooter,
	AlertDialogText,
} from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import { describePropagation, type PropagationNews } from "#lib/core/keys/propagation.ts";
import { leaveAction, removePersonAction } from "../actions.ts";
import { elementOrHeading, personMenuId } from "./focus-targets.ts";
import type { PeopleSite, PersonDialogProps } from "./people-actions.tsx";
import { START } from "./way-out.ts";

/** Removes somebody, or lets oneself leave. */
export function EndMembershipDialog({ site, person, open, onClose, onClosed }: PersonDialogProps) {
	const tellEnd = useEndToast();
	const remove = useAction((input) => removePersonAction(site.place, input));
	const leave = useAction((input) => leaveAction(site.place, input));
	const { refusal, pending } = person.isYou ? leave : remove;

	function submit(event: FormEvent) {
		event.preventDefault();
		const { locationId } = site;
		if (person.isYou) return leave.run({ locationId }, () => window.location.assign(START));
		remove.run({ personId: person.id, locationId }, (done) => {
			tellEnd(done);
			onClose();
		});
	}

	return (
		<AlertDialog
			open={open}
			onClose={onClose}
			onClosed={onClosed}
			title={
				person.isYou ? (
					<>
						Leave <bdi>{site.name}</bdi>?
					</>
				) : (
					<>
						Remove <bdi>{person.name}</bdi> from <bdi>{site.name}</bdi>?
					</>
				)
			}
			finalFocus={() => elementOrHeading(personMenuId(person.id))}
		>
			<form onSubmit={submit}>
				<AlertDialogBody>
					<AlertDialogText>
						<Consequences site={site} isYou={person.isYou} />
					</AlertDialogText>
					{refusal && <RefusalSummary refusal={refusal} />}
				</AlertDialogBody>
				<AlertDialogFooter>
					<Button onClick={onClose}>Cancel</Button>
					<Button type="submit" look="danger" pending={pending}>
						{person.isYou ? (pending ? "Leaving…" : "Leave") : pending ? "Removing…" : "Remove"}
					</Button>
				</AlertDialogFooter>
			</form>
		</AlertDialog>
	);
}

const Consequences = ({ site, isYou }: { site: PeopleSite; isYou: boolean }) => (
	<>
		<p>
			{isYou
				? site.locationId === null
					? "You lose your role in the agency and at all of its locations at once."
					: "You lose your role at this location at once."
				: site.locationId === null
					? "They lose their role in the agency and at all of its locations, and are signed out everywhere at once."
					: "They lose their role at this location, and are signed out everywhere at once."}{" "}
			Coming back takes a new invitation.
		</p>
		<p>
			{site.disablesKeys
				? `The keys ${isYou ? "you" : "they"} made here are switched off, as the agency's policy says.`
				: `The keys ${isYou ? "you" : "they"} made here go on working.`}
		</p>
	</>
);

type Ended = Done<{ keysSwitchedOff: number; news: PropagationNews }>;

function useEndToast() {
	const { tellDone, tellWarning } = useToasts();
	return ({ message, data: { keysSwitchedOff, news } }: Ended) => {
		if (keysSwitchedOff === 0) return tellDone(message);
		const count = keysSwitchedOff === 1 ? "One key was" : `${keysSwitchedOff} keys were`;
		const { text, isWarning } = describePropagation("ends", news);
		const tell = isWarning ? tellWarning : tellDone;
		tell(message, { text: `${count} switched off. ${text}` });
	};
}
