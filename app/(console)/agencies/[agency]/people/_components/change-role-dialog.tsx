"use client";

import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl/react";
import { RefusalSummary } from "#components/actions/refusal-summary.tsx";
import { useAction } from "#components/actions/use-action.ts";
import { MARKS } from "#components/texts/marks.tsx";
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
	const [t, ui] = [useTranslations("people.changeRole"), useTranslations("ui")];
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
			title={person.isYou ? t("own") : t.rich("title", { ...MARKS, name: person.name })}
			finalFocus={() => elementOrHeading(personMenuId(person.id))}
		>
			<form onSubmit={submit} noValidate>
				<AlertDialogBody>
					<AlertDialogText>
						<p>{t(person.isYou ? "ownText" : "text")}</p>
					</AlertDialogText>
					{change.refusal && <RefusalSummary refusal={change.refusal} />}
					<RoleChoice own={site.own} roles={roles} value={role} onChange={setRole} />
				</AlertDialogBody>
				<AlertDialogFooter>
					<Button onClick={onClose}>{ui("cancel")}</Button>
					<Button type="submit" look="primary" pending={change.pending}>
						{change.pending ? t("submitting") : t("submit")}
					</Button>
				</AlertDialogFooter>
			</form>
		</AlertDialog>
	);
}
