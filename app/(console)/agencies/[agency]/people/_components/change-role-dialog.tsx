"use client";

import { type FormEvent, useState } from "react";
import { RefusalSummary } from "#components/actions/refusal-summary.tsx";
import { useAction } from "#components/actions/use-action.ts";
import {
	AlertDialog,
	AlertDialogBody,
	AlertDialogFooter,
	AlertDialogText,
} from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import type { PersonRole } from "#lib/core/permissions.ts";
import { changeRoleAction } from "../actions.ts";
import { elementOrHeading, personMenuId } from "./focus-targets.ts";
import type { PersonDialogProps } from "./people-actions.tsx";
import { AGENCY_ROLES, LOCATION_ROLES, RoleChoice } from "./role-choice.tsx";
import { SIGN_IN_AGAIN } from "./way-out.ts";

export function ChangeRoleDialog({ site, person, open, onClose, onClosed }: PersonDialogProps) {
	const { tellDone } = useToasts();
	const change = useAction((input) => changeRoleAction(site.place, input));
	const roles: readonly PersonRole[] = site.locationId === null ? AGENCY_ROLES : LOCATION_ROLES;
	const present = (site.locationId === null ? person.agencyRole : person.locationRoles[0]?.role) ?? "VIEWER";
	const [role, setRole] = useState<PersonRole>(present);

	function submit(event: FormEvent) {
		event.preventDefault();
		if (role === present) return onClose();
		change.run({ personId: person.id, locationId: site.locationId, role }, (done) => {
			if (person.isYou) return window.location.assign(SIGN_IN_AGAIN);
			tellDone(done.message);
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
					"Change your own role"
				) : (
					<>
						Change the role of <bdi>{person.name}</bdi>
					</>
				)
			}
			finalFocus={() => elementOrHeading(personMenuId(person.id))}
		>
			<form onSubmit={submit} noValidate>
				<AlertDialogBody>
					<AlertDialogText>
						<p>
							{person.isYou
								? "You are signed out everywhere, and sign in again with the new role."
								: "They are signed out everywhere, and sign in again with the new role."}
						</p>
					</AlertDialogText>
					{change.refusal && <RefusalSummary refusal={change.refusal} />}
					<RoleChoice own={site.own} roles={roles} value={role} onChange={setRole} />
				</AlertDialogBody>
				<AlertDialogFooter>
					<Button onClick={onClose}>Cancel</Button>
					<Button type="submit" look="primary" pending={change.pending}>
						{change.pending ? "Changing…" : "Change role"}
					</Button>
				</AlertDialogFooter>
			</form>
		</AlertDialog>
	);
}
