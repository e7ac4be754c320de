"use client";

import { useId } from "react";
import { useTranslations } from "use-intl/react";
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

export type SettingsProps = {
	draft: PolicyDraft;
	onChange: (change: Partial<PolicyDraft>) => void;
	errorOf: (field: string) => string | undefined;
	effects: PolicyEffects;
};

/** What each single key has to be like. */
export function KeyRules({ draft, onChange, errorOf, effects }: SettingsProps) {
	const t = useTranslations("policies");
	const found = useEffectTexts();
	const addressesId = useId();
	const life = draft.keyDaysMax.trim() === "" ? undefined : found.life(effects);
	return (
		<Panel title={t("form.eachKey")} text={t("form.eachKeyText")}>
			<NumberSetting
				field="keyDaysMax"
				title={t("settings.life")}
				text={t("settings.lifeText")}
				label={t("form.days")}
				hint={t("form.daysHint")}
				placeholder={t("form.noLimit")}
				value={draft.keyDaysMax}
				onChange={(keyDaysMax) => onChange({ keyDaysMax })}
				error={errorOf("keyDaysMax")}
				effect={life}
			/>
			<Setting
				field="addressesRequired"
				id={addressesId}
				title={t("settings.addresses")}
				text={t("settings.addressesText")}
				effect={draft.addressesRequired ? found.addresses(effects) : undefined}
			>
				<Checkbox
					checked={draft.addressesRequired}
					onChange={(addressesRequired) => onChange({ addressesRequired })}
					label={t("form.requireAddresses")}
				/>
			</Setting>
			<ScopeSetting draft={draft} onChange={onChange} errorOf={errorOf} effects={effects} />
		</Panel>
	);
}

function ScopeSetting({ draft, onChange, errorOf, effects }: SettingsProps) {
	const t = useTranslations("policies");
	const found = useEffectTexts();
	const id = useId();
	return (
		<Setting
			field="locationScopes"
			id={id}
			title={t("settings.scopes")}
			text={t("settings.scopesText")}
			effect={draft.limitsScopes && draft.locationScopes.length > 0 ? found.scopes(effects) : undefined}
		>
			<RadioCards
				labelledBy={id}
				value={draft.limitsScopes ? "chosen" : "all"}
				onChange={(choice) => onChange({ limitsScopes: choice === "chosen" })}
				cards={[
					{ value: "all", title: t("form.allScopes"), text: t("form.allScopesText") },
					{ value: "chosen", title: t("form.chosenScopes"), text: t("form.chosenScopesText") },
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
	const t = useTranslations("policies");
	const found = useEffectTexts();
	const { agencyKeysMax, locationKeysMax } = policyInput(draft);
	return (
		<Panel title={t("form.numbers")} text={t("form.numbersText")}>
			<NumberSetting
				field="agencyKeysMax"
				title={t("settings.agencyKeys")}
				text={t("settings.agencyKeysText")}
				label={t("form.agencyKeys")}
				hint={t("form.numberHint")}
				placeholder={t("form.noLimit")}
				value={draft.agencyKeysMax}
				onChange={(value) => onChange({ agencyKeysMax: value })}
				error={errorOf("agencyKeysMax")}
				effect={found.agencyKeys(effects, agencyKeysMax)}
			/>
			<NumberSetting
				field="locationKeysMax"
				title={t("settings.locationKeys")}
				text={t("settings.locationKeysText")}
				label={t("form.locationKeys")}
				hint={t("form.numberHint")}
				placeholder={t("form.noLimit")}
				value={draft.locationKeysMax}
				onChange={(value) => onChange({ locationKeysMax: value })}
				error={errorOf("locationKeysMax")}
				effect={found.locationKeys(effects, locationKeysMax)}
			/>
		</Panel>
	);
}

/** What becomes of keys later. */
export function LaterRules({ draft, onChange, errorOf, effects }: SettingsProps) {
	const t = useTranslations("policies");
	const found = useEffectTexts();
	const leaverId = useId();
	return (
		<Panel title={t("form.later")}>
			<Setting
				field="leaverKeys"
				id={leaverId}
				title={t("settings.leavers")}
				text={t("settings.leaversText")}
			>
				<RadioCards
					labelledBy={leaverId}
					value={draft.leaverKeys}
					onChange={(leaverKeys) => onChange({ leaverKeys })}
					cards={[
						{ value: "KEEP", title: t("form.keep"), text: t("form.keepText") },
						{
							value: "DISABLE",
							title: t("form.disable"),
							text: t("form.disableText"),
						},
					]}
				/>
				<GroupError id={`${leaverId}-error`}>{errorOf("leaverKeys")}</GroupError>
			</Setting>
			<NumberSetting
				field="inactivityDays"
				title={t("settings.inactivity")}
				text={t("settings.inactivityText")}
				label={t("form.idleDays")}
				hint={t("form.idleHint")}
				value={draft.inactivityDays}
				onChange={(inactivityDays) => onChange({ inactivityDays })}
				error={errorOf("inactivityDays")}
				effect={found.inactivity(effects)}
			/>
		</Panel>
	);
}

function useEffectTexts() {
	const t = useTranslations("policies.effects");
	return effectTexts((name, values) => t(name, values));
}
