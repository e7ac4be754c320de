"use client";

import { type Ref, useEffect, useId, useRef } from "react";
import { useTranslations } from "use-intl/react";
import { focusFirstProblem } from "#components/actions/focus-first-problem.ts";
import { RefusalSummary } from "#components/actions/refusal-summary.tsx";
import type { Refusal } from "#components/actions/use-action.ts";
import { Field, GroupError, Input, Textarea } from "#components/ui/field.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { useDialogDraft } from "#components/ui/use-dialog-draft.ts";
import type { KeyLevel, KeySummary } from "#lib/core/keys/key.ts";
import type { BindingPolicy } from "#lib/core/policies.ts";
import type { KeyDraft } from "./key-draft.ts";
import { ExpiryFields } from "./key-form-expiry.tsx";
import { LimitFields } from "./key-form-limits.tsx";
import { HomeLocationField, LocationFields } from "./key-form-locations.tsx";
import { FormPart } from "./key-form-part.tsx";
import { ScopeFields } from "./key-form-scopes.tsx";
import { UpkeepFields } from "./key-form-upkeep.tsx";
import { LabelsInput } from "./labels-input.tsx";

export type KeyFormProps = {
	level: KeyLevel;
	policy: BindingPolicy;
	/** The key that is edited: what it has and the policy does not allow, it may keep. Null for a new one. */
	before: KeySummary | null;
	locations: readonly { id: string; name: string }[];
	knownLabels: readonly string[];
	/** A new location key, made in the Agency View, says which location it is for. */
	asksHomeLocation: boolean;
	draft: KeyDraft;
	onChange: (change: Partial<KeyDraft>) => void;
	refusal: Refusal | null;
	titleRef?: Ref<HTMLInputElement>;
};

/** What a part of the form needs to show and change the draft, and to say what the server did not accept. */
export type PartProps = Pick<KeyFormProps, "level" | "policy" | "before" | "draft" | "onChange"> & {
	errorOf: (field: string) => string | undefined;
};

/** The harmless one first. */
const ROLES = ["READONLY", "ADMIN"] as const;

export function KeyForm(props: KeyFormProps) {
	const {
		level,
		policy,
		before,
		locations,
		knownLabels,
		asksHomeLocation,
		draft,
		onChange,
		refusal,
		titleRef,
	} = props;
	const t = useTranslations("apiKey");
	const root = useRef<HTMLDivElement>(null);
	useDialogDraft(draft);
	const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.message;
	const part = { level, policy, before, draft, onChange, errorOf };

	useEffect(() => {
		if (refusal && root.current) focusFirstProblem(root.current, refusal);
	}, [refusal]);

	return (
		<div ref={root} className="space-y-7">
			{refusal && <RefusalSummary refusal={refusal} />}
			<div className="space-y-4">
				<div data-field="title">
					<Field label={t("form.title")} required error={errorOf("title")} hint={t("form.titleHint")}>
						<Input
							ref={titleRef}
							aria-required
							value={draft.title}
							onChange={(event) => onChange({ title: event.target.value })}
							maxLength={200}
							autoComplete="off"
							placeholder={t("form.titleExample")}
						/>
					</Field>
				</div>
				<div data-field="description">
					<Field label={t("form.description")} error={errorOf("description")}>
						<Textarea
							value={draft.description}
							onChange={(event) => onChange({ description: event.target.value })}
							rows={2}
							placeholder={t("form.descriptionExample")}
						/>
					</Field>
				</div>
				<div data-field="labels">
					<LabelsInput
						label={t("labels.title")}
						hint={t("labels.hint")}
						error={errorOf("labels")}
						labels={draft.labels}
						onChange={(labels) => onChange({ labels })}
						known={knownLabels}
					/>
				</div>
				{asksHomeLocation && <HomeLocationField {...part} locations={locations} />}
			</div>
			{level === "AGENCY" && <LocationFields {...part} locations={locations} />}
			<RoleFields {...part} />
			<ScopeFields {...part} />
			<ExpiryFields {...part} />
			<div className="space-y-2.5">
				<LimitFields {...part} />
				<UpkeepFields {...part} />
			</div>
		</div>
	);
}

function RoleFields({ draft, onChange, errorOf }: PartProps) {
	const t = useTranslations("apiKey.form.role");
	const id = useId();
	return (
		<FormPart id={id} title={t("title")} field="role">
			<RadioCards
				labelledBy={id}
				value={draft.role}
				onChange={(role) => onChange({ role })}
				cards={ROLES.map((value) => ({ value, title: value, text: t(value) }))}
			/>
			<GroupError id={`${id}-error`}>{errorOf("role")}</GroupError>
		</FormPart>
	);
}
