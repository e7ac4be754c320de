"use client";

import { useId } from "react";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { GroupError } from "#components/ui/field.tsx";
import type { KeyLevel } from "#lib/core/keys/key.ts";
import { readonlyForm, type Scope, scopePresets, scopesForLevel } from "#lib/core/scopes.ts";
import { heldScopes } from "./key-draft.ts";
import type { PartProps } from "./key-form.tsx";
import { FormPart } from "./key-form-part.tsx";
import { SCOPE_TEXTS, scopeGroups } from "./scope-groups.ts";

/** Ticking "write" ticks "read", which it includes; taking "read" away takes "write" along. */
function toggled(scopes: readonly Scope[], scope: Scope, on: boolean): Scope[] {
	const touched = on
		? [scope, readonlyForm(scope)]
		: [scope, scope.replace(/\.readonly$/, ".write") as Scope];
	const rest = scopes.filter((one) => !touched.includes(one));
	return on ? [...rest, ...new Set(touched)] : rest;
}

export function ScopeFields({ draft, onChange, errorOf, level }: PartProps & { level: KeyLevel }) {
	const id = useId();
	const held = heldScopes(draft);
	const isReadonly = draft.role === "READONLY";
	const toggle = (scope: Scope) => (on: boolean) => onChange({ scopes: toggled(draft.scopes, scope, on) });

	return (
		<FormPart
			id={id}
			title="Access scope"
			field="scopes"
			text={
				<>
					{held.length} of {scopesForLevel(level).length} scopes chosen.{" "}
					{isReadonly ? (
						<span id={`${id}-cap`}>The role READONLY caps every write to read.</span>
					) : (
						"Write includes read. Give only what the system needs."
					)}
				</>
			}
			aside={<Presets level={level} held={draft.scopes} onChoose={(scopes) => onChange({ scopes })} />}
		>
			<GroupError id={`${id}-error`}>{errorOf("scopes")}</GroupError>
			{/* biome-ignore lint/a11y/useSemanticElements: the heading outside names the group */}
			<div
				role="group"
				aria-labelledby={id}
				className="divide-y divide-line rounded-lg border border-line-strong"
			>
				{scopeGroups(level).map((group) => (
					<div key={group.area} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3.5 py-2">
						<span className="min-w-28 flex-1 basis-28">
							<span className="block text-sm">{group.label}</span>
							<span className="block text-xs text-ink-muted">{SCOPE_TEXTS[group.area]}</span>
						</span>
						<span className="flex gap-x-3 sm:gap-x-4">
							{group.scopes.map(({ scope, label }) => {
								const isCapped = isReadonly && scope.endsWith(".write");
								return (
									<Checkbox
										key={scope}
										checked={held.includes(scope)}
										onChange={toggle(scope)}
										disabled={isCapped}
										describedBy={isCapped ? `${id}-cap` : undefined}
										label={
											<span className="w-10">
												<span className="sr-only">{group.label}: </span>
												{label}
											</span>
										}
									/>
								);
							})}
						</span>
					</div>
				))}
			</div>
		</FormPart>
	);
}

type PresetsProps = { level: KeyLevel; held: readonly Scope[]; onChoose: (scopes: Scope[]) => void };

const Presets = ({ level, held, onChoose }: PresetsProps) => (
	<div className="flex flex-wrap gap-1.5">
		{scopePresets(level).map((preset) => {
			const isChosen =
				held.length === preset.scopes.length && preset.scopes.every((scope) => held.includes(scope));
			return (
				<button
					key={preset.id}
					type="button"
					aria-pressed={isChosen}
					onClick={() => onChoose([...preset.scopes])}
					className="h-7 rounded-full border border-line-strong px-2.5 text-xs font-medium text-ink-muted hover:bg-hover hover:text-ink aria-pressed:border-accent-edge aria-pressed:bg-accent-soft aria-pressed:text-accent-ink any-pointer-coarse:h-9"
				>
					{preset.label}
				</button>
			);
		})}
	</div>
);
