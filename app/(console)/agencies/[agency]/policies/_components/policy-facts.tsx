import { textsOf } from "#components/texts/texts-of.ts";
import type { Translator } from "#components/texts/translator.ts";
import { Panel } from "#components/ui/panel.tsx";
import type { Policy } from "#lib/core/policies.ts";
import type { Scope } from "#lib/core/scopes.ts";
import type { PolicyEffects } from "#lib/services/policies/read.ts";
import { scopeGroups } from "../../keys/_components/scope-groups.ts";
import { effectTexts } from "./effect-texts.ts";

type Fact = { title: string; text: string; value: string; effect?: string | null };

/** The policies for people who may read them and not change them. */
export async function PolicyFacts({ policy, effects }: { policy: Policy; effects: PolicyEffects }) {
	const [t, tScopes] = [await textsOf("policies"), await textsOf("scopes")];
	return (
		<Panel>
			<dl className="divide-y divide-line">
				{facts(t, tScopes, policy, effects).map(({ title, text, value, effect }) => (
					<div key={title} className="gap-x-6 px-4 py-4 sm:grid sm:grid-cols-[1fr_1fr] sm:px-5">
						<dt className="text-sm font-medium">
							{title}
							<span className="mt-0.5 block text-xs font-normal text-ink-muted">{text}</span>
						</dt>
						<dd className="text-sm max-sm:mt-2">
							{value}
							{effect && <span className="mt-0.5 block text-xs text-ink-muted">{effect}</span>}
						</dd>
					</div>
				))}
			</dl>
		</Panel>
	);
}

type T = Translator<"policies">;
type ScopesT = Translator<"scopes">;

function facts(t: T, tScopes: ScopesT, policy: Policy, effects: PolicyEffects): Fact[] {
	const { keyDaysMax, locationScopes, addressesRequired, agencyKeysMax, locationKeysMax } = policy;
	const found = effectTexts((name, values) => t(`effects.${name}`, values));
	const days = (count: number) => t("facts.days", { count });
	const limit = (max: number | null) => (max === null ? t("facts.noLimit") : t("facts.atMost", { max }));
	return [
		{
			...settingText(t, "life"),
			value: keyDaysMax === null ? t("facts.noLimit") : days(keyDaysMax),
			effect: keyDaysMax === null ? null : found.life(effects),
		},
		{
			...settingText(t, "addresses"),
			value: t(addressesRequired ? "facts.addressesRequired" : "facts.addressesFree"),
			effect: addressesRequired ? found.addresses(effects) : null,
		},
		{
			...settingText(t, "scopes"),
			value: locationScopes === null ? t("form.allScopes") : scopesText(tScopes, locationScopes),
			effect: locationScopes === null ? null : found.scopes(effects),
		},
		{
			...settingText(t, "agencyKeys"),
			value: limit(agencyKeysMax),
			effect: found.agencyKeys(effects, agencyKeysMax),
		},
		{
			...settingText(t, "locationKeys"),
			value: limit(locationKeysMax),
			effect: found.locationKeys(effects, locationKeysMax),
		},
		{
			...settingText(t, "leavers"),
			value: t(policy.leaverKeys === "KEEP" ? "facts.keep" : "facts.disable"),
		},
		{
			...settingText(t, "inactivity"),
			value: policy.inactivityDays === null ? t("facts.neverDeleted") : days(policy.inactivityDays),
			effect: found.inactivity(effects),
		},
	];
}

type SettingName = "life" | "addresses" | "scopes" | "agencyKeys" | "locationKeys" | "leavers" | "inactivity";

const settingText = (t: T, name: SettingName) => ({
	title: t(`settings.${name}`),
	text: t(`settings.${name}Text`),
});

/** "Contacts: read, write · Forms: read" */
const scopesText = (t: ScopesT, scopes: readonly Scope[]) =>
	scopeGroups("LOCATION")
		.map((group) => ({ ...group, held: group.scopes.filter(({ scope }) => scopes.includes(scope)) }))
		.filter(({ held }) => held.length > 0)
		.map(({ area, held }) => {
			const forms = held.map(({ form }) => t(`forms.${form}`).toLowerCase());
			return `${t(`areas.${area}.name`)}: ${forms.join(", ")}`;
		})
		.join(" · ");
