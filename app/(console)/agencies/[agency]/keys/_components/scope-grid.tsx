"use client";

import { useTranslations } from "use-intl/react";
import { Checkbox } from "#components/ui/checkbox.tsx";
import type { KeyLevel } from "#lib/core/keys/key.ts";
import { readonlyForm, type Scope } from "#lib/core/scopes.ts";
import { scopeGroups } from "./scope-groups.ts";

/** Ticking "write" ticks "read", which it includes; taking "read" away takes "write" along. */
function toggled(scopes: readonly Scope[], scope: Scope, on: boolean): Scope[] {
	const touched = on
		? [scope, readonlyForm(scope)]
		: [scope, scope.replace(/\.readonly$/, ".write") as Scope];
	const rest = scopes.filter((one) => !touched.includes(one));
	return on ? [...rest, ...new Set(touched)] : rest;
}

type ScopeGridProps = {
	level: KeyLevel;
	labelledBy: string;
	/** What is ticked. */
	scopes: readonly Scope[];
	/** What shows as ticked, where that is less. */
	held?: readonly Scope[];
	onChange: (scopes: Scope[]) => void;
	/** Id of the text that says why a scope cannot be ticked, if it cannot. */
	blockedBy?: (scope: Scope) => string | undefined;
};

export function ScopeGrid({ level, labelledBy, scopes, held = scopes, onChange, blockedBy }: ScopeGridProps) {
	const t = useTranslations("scopes");
	return (
		// biome-ignore lint/a11y/useSemanticElements: the heading outside names the group
		<div
			role="group"
			aria-labelledby={labelledBy}
			className="divide-y divide-line rounded-lg border border-line-strong"
		>
			{scopeGroups(level).map((group) => (
				<div key={group.area} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3.5 py-2">
					<span className="min-w-28 flex-1 basis-28">
						<span className="block text-sm">{t(`areas.${group.area}.name`)}</span>
						<span className="block text-xs text-ink-muted">{t(`areas.${group.area}.text`)}</span>
					</span>
					<span className="flex gap-x-3 sm:gap-x-4">
						{group.scopes.map(({ scope, form }) => {
							const blocked = blockedBy?.(scope);
							return (
								<Checkbox
									key={scope}
									checked={held.includes(scope)}
									onChange={(on) => onChange(toggled(scopes, scope, on))}
									disabled={blocked !== undefined}
									describedBy={blocked}
									label={
										<span className="w-10">
											<span className="sr-only">{t(`areas.${group.area}.name`)}: </span>
											{t(`forms.${form}`)}
										</span>
									}
								/>
							);
						})}
					</span>
				</div>
			))}
		</div>
	);
}
