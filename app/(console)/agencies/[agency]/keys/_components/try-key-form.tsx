"use client";

import { FlaskConical } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useId, useRef, useState, useTransition } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Field, Input } from "#components/ui/field.tsx";
import { MultiCombobox } from "#components/ui/multi-combobox.tsx";
import { Select } from "#components/ui/select.tsx";
import type { KeyLevel } from "#lib/core/keys/key.ts";
import { TRIED_ENTRANCES, type TriedEntrance } from "#lib/core/keys/tried-use.ts";
import { scopesForLevel } from "#lib/core/scopes.ts";
import type { Asked } from "./try-key-panel.tsx";

type TryKeyFormProps = {
	href: string;
	level: KeyLevel;
	locations: readonly { id: string; name: string }[];
	asked: Asked;
	isBadAddress: boolean;
};

const ANY = "any";
const ADDRESS_MAX = 60;

/** The use that is tried. The answer comes with the page that it leads to. */
export function TryKeyForm({ href, level, locations, asked, isBadAddress }: TryKeyFormProps) {
	const t = useTranslations("keyParts.try");
	const router = useRouter();
	const id = useId();
	const [pending, startTransition] = useTransition();
	const [draft, setDraft] = useDraft(asked);
	const addressRef = useFocusWhenBad(isBadAddress, pending);
	const { entrance, from, at, scopes } = draft;

	function submit(event: FormEvent) {
		event.preventDefault();
		const query = new URLSearchParams({ entrance });
		if (scopes.length > 0) query.set("scopes", scopes.join(","));
		if (at !== ANY) query.set("at", at);
		if (from.trim() !== "") query.set("from", from.trim());
		startTransition(() => {
			router.replace(`${href}&${query}`, { scroll: false });
			router.refresh();
		});
	}

	return (
		<form onSubmit={submit} noValidate className="grid gap-4 sm:grid-cols-2">
			<Field label={t("entrance")} className="sm:col-span-2">
				<Select
					value={entrance}
					onChange={(next) => setDraft({ ...draft, entrance: next })}
					options={TRIED_ENTRANCES.map((value) => ({ value, label: t(`entrances.${value}`) }))}
				/>
			</Field>
			<Field label={t("address")} hint={t("addressHint")} error={isBadAddress ? t("badAddress") : undefined}>
				<Input
					ref={addressRef}
					value={from}
					onChange={(event) => setDraft({ ...draft, from: event.target.value })}
					maxLength={ADDRESS_MAX}
					autoComplete="off"
					autoCapitalize="off"
					spellCheck={false}
					placeholder="203.0.113.7"
					className="font-mono text-xs"
				/>
			</Field>
			<Field label={t("location")}>
				<Select
					value={at}
					onChange={(next) => setDraft({ ...draft, at: next })}
					options={[
						{ value: ANY, label: t("anyLocation") },
						...locations.map(({ id: value, name: label }) => ({ value, label })),
					]}
				/>
			</Field>
			<div className="flex min-w-0 flex-col gap-1.5 sm:col-span-2">
				<label htmlFor={id} className="text-sm font-medium">
					{t("scopes")}
				</label>
				<MultiCombobox
					id={id}
					values={scopes}
					onChange={(next) => setDraft({ ...draft, scopes: next })}
					options={scopesForLevel(level).map((scope) => ({ value: scope, label: scope }))}
					placeholder={t("chooseScopes")}
					describedBy={`${id}-hint`}
				/>
				<p id={`${id}-hint`} className="text-xs text-ink-muted">
					{t("scopesHint")}
				</p>
			</div>
			<div className="sm:col-span-2">
				<Button
					type="submit"
					look="primary"
					pending={pending}
					icon={<FlaskConical aria-hidden className="size-4" />}
				>
					{t("submit")}
				</Button>
			</div>
		</form>
	);
}

type Draft = { entrance: TriedEntrance; from: string; at: string; scopes: readonly string[] };

const draftOf = ({ entrance, from, at, scopes }: Asked): Draft => ({
	entrance: entrance ?? "gateway",
	from,
	at: at ?? ANY,
	scopes,
});

/** What is typed; anew whenever the address asks something else, so that the fields and the answer belong together. */
function useDraft(asked: Asked) {
	const [draft, setDraft] = useState(() => draftOf(asked));
	const question = JSON.stringify(draftOf(asked));
	const [shown, setShown] = useState(question);
	if (question !== shown) {
		setShown(question);
		setDraft(draftOf(asked));
	}
	return [draft, setDraft] as const;
}

/** Sends the focus to the address, which says what is wrong with it, when the answer to a question is that. */
function useFocusWhenBad(isBad: boolean, pending: boolean) {
	const ref = useRef<HTMLInputElement>(null);
	const wasPending = useRef(false);

	useEffect(() => {
		if (wasPending.current && !pending && isBad) ref.current?.focus();
		wasPending.current = pending;
	}, [isBad, pending]);

	return ref;
}
