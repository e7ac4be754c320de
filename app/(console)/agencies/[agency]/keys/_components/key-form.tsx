"use client";

import { type Ref, useEffect, useId, useRef } from "react";
import { RefusalSummary } from "#components/actions/refusal-summary.tsx";
import type { Refusal } from "#components/actions/use-action.ts";
import { Field, GroupError, Input, Textarea } from "#components/ui/field.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import type { KeyLevel } from "#lib/core/keys/key.ts";
import type { KeyDraft } from "./key-draft.ts";
import { ExpiryFields } from "./key-form-expiry.tsx";
import { LimitFields } from "./key-form-limits.tsx";
import { HomeLocationField, LocationFields } from "./key-form-locations.tsx";
import { FormPart } from "./key-form-part.tsx";
import { ScopeFields } from "./key-form-scopes.tsx";

export type KeyFormProps = {
	level: KeyLevel;
	locations: readonly { id: string; name: string }[];
	/** A new location key, made in the Agency View, says which location it is for. */
	asksHomeLocation: boolean;
	draft: KeyDraft;
	onChange: (change: Partial<KeyDraft>) => void;
	refusal: Refusal | null;
	titleRef?: Ref<HTMLInputElement>;
};

/** What a part of the form needs to show and change the draft, and to say what the server did not accept. */
export type PartProps = Pick<KeyFormProps, "draft" | "onChange"> & {
	errorOf: (field: string) => string | undefined;
};

export function KeyForm(props: KeyFormProps) {
	const { level, locations, asksHomeLocation, draft, onChange, refusal, titleRef } = props;
	const root = useRef<HTMLDivElement>(null);
	const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.message;
	const part = { draft, onChange, errorOf };

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
			<ScopeFields {...part} level={level} />
			<ExpiryFields {...part} />
			<LimitFields {...part} />
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

const FOCUSABLE =
	"input:not([type=hidden]):not([tabindex='-1']), textarea, button, [role=radio], [role=checkbox]";

/** Moves to the first field that was not accepted, or to the summary when none of them is to blame. */
function focusFirstProblem(root: HTMLElement, refusal: Refusal) {
	const named = new Set(refusal.fields.map((field) => field.field));
	const parts = [...root.querySelectorAll<HTMLElement>("[data-field]")];
	const part = parts.find((one) => named.has(one.dataset.field ?? ""));
	const target =
		part?.querySelector<HTMLElement>("[aria-invalid=true]") ??
		part?.querySelector<HTMLElement>(FOCUSABLE) ??
		root.querySelector<HTMLElement>("[data-refusal]");
	target?.focus();
	target?.scrollIntoView({ block: "center" });
}
