"use client";

import { useId } from "react";
import { useTranslations } from "use-intl/react";
import { GroupError } from "#components/ui/field.tsx";
import { mayHoldScope } from "#lib/core/policies.ts";
import { type Scope, type ScopePreset, scopePresets, scopesForLevel } from "#lib/core/scopes.ts";
import { heldScopes } from "./key-draft.ts";
import type { PartProps } from "./key-form.tsx";
import { FormPart } from "./key-form-part.tsx";
import { ScopeGrid } from "./scope-grid.tsx";

export function ScopeFields({ draft, onChange, errorOf, level, policy, before }: PartProps) {
	const t = useTranslations("apiKey.form.scopes");
	const id = useId();
	const held = heldScopes(draft);
	const isReadonly = draft.role === "READONLY";
	const isAllowed = (scope: Scope) => mayHoldScope(policy, level, scope, before?.scopes ?? []);
	const allowed = scopesForLevel(level).filter(isAllowed);
	const isLimited = allowed.length < scopesForLevel(level).length;
	const presets = scopePresets(level)
		.map((preset) => ({ ...preset, scopes: preset.scopes.filter(isAllowed) }))
		.filter((preset) => preset.scopes.length > 0);

	function blockedBy(scope: Scope) {
		if (!isAllowed(scope)) return `${id}-policy`;
		return isReadonly && scope.endsWith(".write") ? `${id}-cap` : undefined;
	}

	return (
		<FormPart
			id={id}
			title={t("title")}
			field="scopes"
			text={
				<>
					{t("chosen", { held: held.length, all: allowed.length })}{" "}
					{isReadonly ? <span id={`${id}-cap`}>{t("capped")}</span> : t("write")}{" "}
					{isLimited && <span id={`${id}-policy`}>{t("policy")}</span>}
				</>
			}
			aside={<Presets presets={presets} held={draft.scopes} onChoose={(scopes) => onChange({ scopes })} />}
		>
			<GroupError id={`${id}-error`}>{errorOf("scopes")}</GroupError>
			<ScopeGrid
				level={level}
				labelledBy={id}
				scopes={draft.scopes}
				held={held}
				onChange={(scopes) => onChange({ scopes })}
				blockedBy={blockedBy}
			/>
		</FormPart>
	);
}

type PresetsProps = {
	presets: readonly ScopePreset[];
	held: readonly Scope[];
	onChoose: (scopes: Scope[]) => void;
};

function Presets({ presets, held, onChoose }: PresetsProps) {
	const t = useTranslations("scopes.presets");
	return (
		<div className="flex flex-wrap gap-1.5">
			{presets.map((preset) => {
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
						{t(preset.id)}
					</button>
				);
			})}
		</div>
	);
}
