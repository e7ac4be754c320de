"use client";

import { type Ref, useEffect, useId, useRef } from "react";
import { focusFirstProblem } from "#components/actions/focus-first-problem.ts";
import { RefusalSummary } from "#components/actions/refusal-summary.tsx";
import type { Refusal } from "#components/actions/use-action.ts";
import { Field, GroupError, Input, Textarea } from "#components/ui/field.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import type { KeyLevel, KeySummary } from "#lib/core/keys/key.ts";
import type { BindingPolicy } from "#lib/core/policies.ts";
import type { KeyDraft } from "./key-draft.ts";
import { ExpiryFields } from "./key-form-expiry.tsx";
import { LimitFields } from "./key-form-limits.tsx";
import { HomeLocationField, LocationFields } from "./key-form-locations.tsx";
import { FormPart } from "./key-form-part.tsx";
import { ScopeFields } from "./key-form-scopes.tsx";
import { UpkeepFields } from "./key-form-upkeep.tsx";

export type KeyFormProps = {
	level: KeyLevel;
	policy: BindingPolicy;
	/** The key that is edited: what it has and the policy does not allow, it may keep. Null for a new one. */
	before: KeySummary | null;
	locations: readonly { id: string; name: string }[];
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

export function KeyForm(props: KeyFormProps) {
	const { level, policy, before, locations, asksHomeLocation, draft, onChange, refusal, titleRef } = props;
	const root = useRef<HTMLDivElement>(null);
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
					<Field
						label="Title"
						required
						error={errorOf("title")}
						hint="Name the system that will use the key."
					>
						<Input
							ref={titleRef}
							aria-required
							value={draft.title}
							onChange={(event) => onChange({ title: event.target.value })}
							maxLength={200}
							autoComplete="off"
							placeholder="Billing sync"
						/>
					</Field>
				</div>
				<div data-field="description">
					<Field label="Description" error={errorOf("description")}>
						<Textarea
							value={draft.description}
							onChange={(event) => onChange({ description: event.target.value })}
							rows={2}
							placeholder="What it is for, and who looks after it"
						/>
					</Field>
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
	const id = useId();
	return (
		<FormPart id={id} title="Role" field="role">
			<RadioCards
				labelledBy={id}
				value={draft.role}
				onChange={(role) => onChange({ role })}
				cards={[
					{
						value: "READONLY",
						title: "READONLY",
						text: "Reads only. Every scope is capped to its readonly form.",
					},
					{ value: "ADMIN", title: "ADMIN", text: "Reads and writes, as far as its access scope goes." },
				]}
			/>
			<GroupError id={`${id}-error`}>{errorOf("role")}</GroupError>
		</FormPart>
	);
}
