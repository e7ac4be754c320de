import { Panel } from "#components/ui/panel.tsx";
import type { Policy } from "#lib/core/policies.ts";
import type { Scope } from "#lib/core/scopes.ts";
import type { PolicyEffects } from "#lib/services/policies/read.ts";
import { scopeGroups } from "../../keys/_components/scope-groups.ts";
import { effectTexts } from "./effect-texts.ts";
import { SETTINGS } from "./setting-texts.ts";

type Fact = { title: string; text: string; value: string; effect?: string | null };

/** The policies for people who may read them and not change them. */
export const PolicyFacts = ({ policy, effects }: { policy: Policy; effects: PolicyEffects }) => (
	<Panel>
		<dl className="divide-y divide-line">
			{facts(policy, effects).map(({ title, text, value, effect }) => (
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

function facts(policy: Policy, effects: PolicyEffects): Fact[] {
	const { keyDaysMax, locationScopes, addressesRequired, agencyKeysMax, locationKeysMax } = policy;
	return [
		{
			...SETTINGS.life,
			value: keyDaysMax === null ? "No limit" : days(keyDaysMax),
			effect: keyDaysMax === null ? null : effectTexts.life(effects),
		},
		{
			...SETTINGS.addresses,
			value: addressesRequired ? "Every key has to name some" : "Not asked for",
			effect: addressesRequired ? effectTexts.addresses(effects) : null,
		},
		{
			...SETTINGS.scopes,
			value: locationScopes === null ? "All scopes" : scopesText(locationScopes),
			effect: locationScopes === null ? null : effectTexts.scopes(effects),
		},
		{
			...SETTINGS.agencyKeys,
			value: limitText(agencyKeysMax),
			effect: effectTexts.agencyKeys(effects, agencyKeysMax),
		},
		{
			...SETTINGS.locationKeys,
			value: limitText(locationKeysMax),
			effect: effectTexts.locationKeys(effects, locationKeysMax),
		},
		{ ...SETTINGS.leavers, value: policy.leaverKeys === "KEEP" ? "Keep working" : "Switched off" },
		{
			...SETTINGS.inactivity,
			value: policy.inactivityDays === null ? "Never deleted for it" : days(policy.inactivityDays),
			effect: effectTexts.inactivity(effects),
		},
	];
}

const days = (count: number) => (count === 1 ? "1 day" : `${count.toLocaleString("en")} days`);

const limitText = (max: number | null) => (max === null ? "No limit" : `At most ${max.toLocaleString("en")}`);

/** "Contacts: read, write · Forms: read" */
const scopesText = (scopes: readonly Scope[]) =>
	scopeGroups("LOCATION")
		.map((group) => ({ ...group, held: group.scopes.filter(({ scope }) => scopes.includes(scope)) }))
		.filter(({ held }) => held.length > 0)
		.map(({ label, held }) => `${label}: ${held.map((one) => one.label.toLowerCase()).join(", ")}`)
		.join(" · ");
