"use client";

import { useId } from "react";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { GroupError } from "#components/ui/field.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import type { PolicyEffects } from "#lib/services/policies/read.ts";
import { ScopeGrid } from "../../keys/_components/scope-grid.tsx";
import { effectTexts } from "./effect-texts.ts";
import { NumberSetting } from "./number-setting.tsx";
import { type PolicyDraft, policyInput } from "./policy-draft.ts";
import { Setting } from "./setting.tsx";
import { SETTINGS } from "./setting-texts.ts";

export type SettingsProps = {
	draft: PolicyDraft;
	onChange: (change: Partial<PolicyDraft>) => void;
	errorOf: (field: string) => string | undefined;
	effects: PolicyEffects;
};

/** What each single key has to be like. */
export function KeyRules({ draft, onChange, errorOf, effects }: SettingsProps) {
	const addressesId = useId();
	const life = draft.keyDaysMax.trim() === "" ? undefined : effectTexts.life(effects);
	return (
		<Panel title="Each key" text="For keys that are created or edited from now on.">
			<NumberSetting
				field="keyDaysMax"
				{...SETTINGS.life}
				label="Days"
				hint="Empty: keys may work for ever."
				placeholder="No limit"
				value={draft.keyDaysMax}
				onChange={(keyDaysMax) => onChange({ keyDaysMax })}
				error={errorOf("keyDaysMax")}
				effect={life}
			/>
			<Setting
				field="addressesRequired"
				id={addressesId}
				{...SETTINGS.addresses}
				effect={draft.addressesRequired ? effectTexts.addresses(effects) : undefined}
			>
				<Checkbox
					checked={draft.addressesRequired}
					onChange={(addressesRequired) => onChange({ addressesRequired })}
					label="Every key has to name the addresses it is used from"
				/>
			</Setting>
			<ScopeSetting draft={draft} onChange={onChange} errorOf={errorOf} effects={effects} />
		</Panel>
	);
}

function ScopeSetting({ draft, onChange, errorOf, effects }: SettingsProps) {
	const id = useId();
	return (
		<Setting
			field="locationScopes"
			id={id}
			{...SETTINGS.scopes}
			effect={draft.limitsScopes && draft.locationScopes.length > 0 ? effectTexts.scopes(effects) : undefined}
		>
			<RadioCards
				labelledBy={id}
				value={draft.limitsScopes ? "chosen" : "all"}
				onChange={(choice) => onChange({ limitsScopes: choice === "chosen" })}
				cards={[
					{ value: "all", title: "All scopes", text: "Whatever a location key can hold." },
					{ value: "chosen", title: "Chosen scopes", text: "Only the ones on a list." },
				]}
			/>
			<GroupError id={`${id}-error`}>{errorOf("locationScopes")}</GroupError>
			{draft.limitsScopes && (
				<ScopeGrid
					level="LOCATION"
					labelledBy={id}
					scopes={draft.locationScopes}
					onChange={(locationScopes) => onChange({ locationScopes })}
				/>
			)}
		</Setting>
	);
}

/** How many keys there may be. */
export function NumberRules({ draft, onChange, errorOf, effects }: SettingsProps) {
	const { agencyKeysMax, locationKeysMax } = policyInput(draft);
	return (
		<Panel
			title="Number of keys"
			text="Keys in the trash do not count; revoked ones do, until they are deleted."
		>
			<NumberSetting
				field="agencyKeysMax"
				{...SETTINGS.agencyKeys}
				label="Agency keys"
				hint="Empty: no limit."
				placeholder="No limit"
				value={draft.agencyKeysMax}
				onChange={(value) => onChange({ agencyKeysMax: value })}
				error={errorOf("agencyKeysMax")}
				effect={effectTexts.agencyKeys(effects, agencyKeysMax)}
			/>
			<NumberSetting
				field="locationKeysMax"
				{...SETTINGS.locationKeys}
				label="Keys at each location"
				hint="Empty: no limit."
				placeholder="No limit"
				value={draft.locationKeysMax}
				onChange={(value) => onChange({ locationKeysMax: value })}
				error={errorOf("locationKeysMax")}
				effect={effectTexts.locationKeys(effects, locationKeysMax)}
			/>
		</Panel>
	);
}

/** What becomes of keys later. */
export function LaterRules({ draft, onChange, errorOf, effects }: SettingsProps) {
	const leaverId = useId();
	return (
		<Panel title="Keys that outlive their use">
			<Setting field="leaverKeys" id={leaverId} {...SETTINGS.leavers}>
				<RadioCards
					labelledBy={leaverId}
					value={draft.leaverKeys}
					onChange={(leaverKeys) => onChange({ leaverKeys })}
					cards={[
						{ value: "KEEP", title: "Keep working", text: "Nothing that uses them notices." },
						{
							value: "DISABLE",
							title: "Switch off",
							text: "They stop with the removal, and can be switched on again.",
						},
					]}
				/>
				<GroupError id={`${leaverId}-error`}>{errorOf("leaverKeys")}</GroupError>
			</Setting>
			<NumberSetting
				field="inactivityDays"
				{...SETTINGS.inactivity}
				label="Days without use"
				hint="From 30 to 730. Empty: keys stay, however long nobody uses them."
				value={draft.inactivityDays}
				onChange={(inactivityDays) => onChange({ inactivityDays })}
				error={errorOf("inactivityDays")}
				effect={effectTexts.inactivity(effects)}
			/>
		</Panel>
	);
}
