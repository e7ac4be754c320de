"use client";

import { type FormEvent, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { RefusalSummary } from "#components/actions/refusal-summary.tsx";
import { useAction } from "#components/actions/use-action.ts";
import { MARKS } from "#components/texts/marks.tsx";
import { Button } from "#components/ui/button.tsx";
import { Combobox } from "#components/ui/combobox.tsx";
import { Dialog, DialogBody, DialogFooter, DialogHeader } from "#components/ui/dialog.tsx";
import { Field, GroupError, Input } from "#components/ui/field.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import { useDialogDraft } from "#components/ui/use-dialog-draft.ts";
import type { AgencyRole, LocationRole } from "#lib/core/permissions.ts";
import { inviteAction } from "../actions.ts";
import { elementOrHeading, INVITE_BUTTON_ID } from "./focus-targets.ts";
import type { PeopleDialogProps, PeopleSite } from "./people-actions.tsx";
import { AGENCY_ROLES, LOCATION_ROLES, RoleChoice } from "./role-choice.tsx";
import { ShowLink } from "./show-link.tsx";

type Made = { email: string; link: string };

/** Asks who is invited to what. Where no mail goes out, it ends with the link, which is shown this once. */
export function InviteDialog({ site, open, onClose, onClosed }: PeopleDialogProps) {
	const t = useTranslations("people");
	const [made, setMade] = useState<Made | null>(null);
	const emailBox = useRef<HTMLInputElement>(null);
	return (
		<Dialog
			open={open}
			onOpenChange={(next, details) => {
				if (next) return;
				// Once the link is on the screen, only its own button closes the dialog.
				if (made) details.cancel();
				else onClose();
			}}
			onClosed={onClosed}
			initialFocus={emailBox}
			finalFocus={() => elementOrHeading(INVITE_BUTTON_ID)}
		>
			{made ? (
				<ShowLink
					title={t("link.handOn")}
					text={t.rich("invite.invited", { ...MARKS, email: made.email })}
					notice={<InvitationNotice sendsMail={site.sendsMail} />}
					link={made.link}
					onClose={onClose}
				/>
			) : (
				<InviteForm site={site} emailBox={emailBox} onMade={setMade} onClose={onClose} />
			)}
		</Dialog>
	);
}

export function InvitationNotice({ sendsMail }: { sendsMail: boolean }) {
	const t = useTranslations("people.link");
	return <p>{t.rich("once", { ...MARKS, sendsMail: sendsMail ? "yes" : "no" })}</p>;
}

type InviteFormProps = {
	site: PeopleSite;
	emailBox: React.RefObject<HTMLInputElement | null>;
	onMade: (made: Made) => void;
	onClose: () => void;
};

function InviteForm({ site, emailBox, onMade, onClose }: InviteFormProps) {
	const [t, ui] = [useTranslations("people"), useTranslations("ui")];
	const { tellDone } = useToasts();
	const invite = useAction((input) => inviteAction(site.place, input));
	const [email, setEmail] = useState("");
	const [level, setLevel] = useState<"AGENCY" | "LOCATION">(site.locationId ? "LOCATION" : "AGENCY");
	const [agencyRole, setAgencyRole] = useState<AgencyRole>("MEMBER");
	const [locationRole, setLocationRole] = useState<LocationRole>("VIEWER");
	const [locationId, setLocationId] = useState(site.locationId);
	useDialogDraft({ email, level, agencyRole, locationRole, locationId });
	const errorOf = (field: string) => invite.refusal?.fields.find((one) => one.field === field)?.message;
	const hasFieldError = errorOf("email") !== undefined || errorOf("locationId") !== undefined;

	function submit(event: FormEvent) {
		event.preventDefault();
		const input =
			level === "AGENCY"
				? { level, email, role: agencyRole }
				: { level, email, role: locationRole, locationId: locationId ?? "" };
		invite.run(
			input,
			({ message, data }) => {
				if (!data.mailed) return onMade({ email: data.email, link: data.link });
				tellDone(message, { text: t("invite.mailed") });
				onClose();
			},
			(refusal) => {
				if (refusal.fields.some(({ field }) => field === "email")) emailBox.current?.focus();
			},
		);
	}

	return (
		<form onSubmit={submit} noValidate className="flex min-h-0 flex-1 flex-col">
			<DialogHeader title={t("invite.open")} text={t("invite.text", { place: site.name })} />
			<DialogBody className="space-y-5">
				{invite.refusal && !hasFieldError && <RefusalSummary refusal={invite.refusal} />}
				<Field label={t("invite.email")} required error={errorOf("email")}>
					<Input
						ref={emailBox}
						type="email"
						aria-required
						value={email}
						onChange={(event) => setEmail(event.target.value)}
						maxLength={254}
						autoComplete="off"
						autoCapitalize="none"
						spellCheck={false}
						placeholder="name@example.com"
					/>
				</Field>
				{site.locationId === null && <LevelChoice value={level} onChange={setLevel} />}
				{level === "LOCATION" && site.locationId === null && (
					<LocationField
						locations={site.locations}
						value={locationId}
						onChange={setLocationId}
						error={errorOf("locationId")}
					/>
				)}
				{level === "AGENCY" ? (
					<RoleChoice own={site.own} roles={AGENCY_ROLES} value={agencyRole} onChange={setAgencyRole} />
				) : (
					<RoleChoice own={site.own} roles={LOCATION_ROLES} value={locationRole} onChange={setLocationRole} />
				)}
			</DialogBody>
			<DialogFooter>
				<Button onClick={onClose}>{ui("cancel")}</Button>
				<Button type="submit" look="primary" pending={invite.pending}>
					{invite.pending ? t("invite.submitting") : t("invite.submit")}
				</Button>
			</DialogFooter>
		</form>
	);
}

type LevelChoiceProps = { value: "AGENCY" | "LOCATION"; onChange: (level: "AGENCY" | "LOCATION") => void };

function LevelChoice({ value, onChange }: LevelChoiceProps) {
	const t = useTranslations("people.invite");
	const id = useId();
	return (
		<div>
			<h3 id={id} className="text-sm font-medium">
				{t("where")}
			</h3>
			<RadioCards
				labelledBy={id}
				value={value}
				onChange={onChange}
				className="mt-1.5"
				cards={[
					{ value: "AGENCY", title: t("agency"), text: t("agencyText") },
					{ value: "LOCATION", title: t("oneLocation"), text: t("oneLocationText") },
				]}
			/>
		</div>
	);
}

type LocationFieldProps = {
	locations: PeopleSite["locations"];
	value: string | null;
	onChange: (locationId: string) => void;
	error: string | undefined;
};

function LocationField({ locations, value, onChange, error }: LocationFieldProps) {
	const t = useTranslations("people.invite");
	const id = useId();
	return (
		<div className="space-y-1.5">
			<h3 className="text-sm font-medium">{t("location")}</h3>
			<Combobox
				label={t("location")}
				value={value}
				onChange={onChange}
				options={locations.map((location) => ({ value: location.id, label: location.name }))}
				placeholder={t("chooseLocation")}
				invalid={error !== undefined}
			/>
			<GroupError id={`${id}-error`}>{error}</GroupError>
		</div>
	);
}
