"use client";

import { useLocale, useTranslations } from "use-intl/react";
import { ConfirmDialog } from "#components/actions/confirm-dialog.tsx";
import { type Done, useAction } from "#components/actions/use-action.ts";
import { MARKS } from "#components/texts/marks.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import { describePropagation, type PropagationNews } from "#lib/core/keys/propagation.ts";
import { leaveAction, removePersonAction } from "../actions.ts";
import { elementOrHeading, personMenuId } from "./focus-targets.ts";
import type { PeopleSite, PersonDialogProps } from "./people-actions.tsx";
import { START } from "./way-out.ts";

/** Removes somebody, or lets oneself leave. */
export function EndMembershipDialog({ site, person, open, onClose, onClosed }: PersonDialogProps) {
	const t = useTranslations("people.end");
	const tellEnd = useEndToast();
	const remove = useAction((input) => removePersonAction(site.place, input));
	const leave = useAction((input) => leaveAction(site.place, input));
	const { refusal, pending } = person.isYou ? leave : remove;

	function submit() {
		const { locationId } = site;
		if (person.isYou) return leave.run({ locationId }, () => window.location.assign(START));
		remove.run({ personId: person.id, locationId }, (done) => {
			tellEnd(done);
			onClose();
		});
	}

	return (
		<ConfirmDialog
			open={open}
			onClose={onClose}
			onClosed={onClosed}
			title={
				person.isYou
					? t.rich("leaveTitle", { ...MARKS, place: site.name })
					: t.rich("removeTitle", { ...MARKS, name: person.name, place: site.name })
			}
			button={
				person.isYou
					? { text: t("leave"), pendingText: t("leaving"), look: "danger" }
					: { text: t("remove"), pendingText: t("removing"), look: "danger" }
			}
			pending={pending}
			refusal={refusal}
			onConfirm={submit}
			finalFocus={() => elementOrHeading(personMenuId(person.id))}
		>
			<Consequences site={site} isYou={person.isYou} />
		</ConfirmDialog>
	);
}

function Consequences({ site, isYou }: { site: PeopleSite; isYou: boolean }) {
	const t = useTranslations("people.end");
	return (
		<>
			<p>
				{site.locationId === null
					? t(isYou ? "youAgency" : "theyAgency")
					: t(isYou ? "youLocation" : "theyLocation")}
			</p>
			<p>
				{site.disablesKeys
					? t(isYou ? "yourKeysOff" : "theirKeysOff")
					: t(isYou ? "yourKeysStay" : "theirKeysStay")}
			</p>
		</>
	);
}

type Ended = Done<{ keysSwitchedOff: number; news: PropagationNews }>;

function useEndToast() {
	const [t, words, language] = [useTranslations("people.end"), useTranslations("words"), useLocale()];
	const { tellDone, tellWarning } = useToasts();
	return ({ message, data: { keysSwitchedOff, news } }: Ended) => {
		if (keysSwitchedOff === 0) return tellDone(message);
		const { text, isWarning } = describePropagation(words, "ends", news, { language });
		const tell = isWarning ? tellWarning : tellDone;
		tell(message, { text: t("keysOff", { count: keysSwitchedOff, text }) });
	};
}
