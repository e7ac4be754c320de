"use client";

import { Search } from "lucide-react";
import Link from "next/link";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl/react";
import { useAction } from "#components/actions/use-action.ts";
import { keyHref } from "#components/shell/place-href.ts";
import { MARKS } from "#components/texts/marks.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field, Input } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { shortenKeys } from "#lib/core/keys/shorten-keys.ts";
import type { TracedKey } from "#lib/services/keys/trace-refusal.ts";
import { type KeyPlace, traceRefusalAction } from "../actions.ts";
import { useActions } from "./key-actions.tsx";
import { KeyStatus } from "./key-status.tsx";
import { RefusalList } from "./refusal-list.tsx";

/** Asks why a request or a key was refused. */
export function RefusalSearch() {
	const t = useTranslations("apiKey.refusals");
	const { place } = useActions();
	const [text, setText] = useState("");
	const [found, setFound] = useState<TracedKey[] | null>(null);
	const trace = useAction((input) => traceRefusalAction(place, input));
	const problem = trace.refusal?.fields[0]?.message;

	function submit(event: FormEvent) {
		event.preventDefault();
		const shortened = shortenKeys(text.trim());
		setText(shortened);
		trace.run(
			{ text: shortened },
			(done) => setFound(done.data),
			() => setFound(null),
		);
	}

	return (
		<div className="space-y-4">
			<form onSubmit={submit} noValidate>
				<Field label={t("field")} hint={t("hint")} error={problem}>
					<div className="flex gap-2">
						<Input
							value={text}
							onChange={(event) => setText(event.target.value)}
							maxLength={200}
							autoComplete="off"
							autoCapitalize="off"
							spellCheck={false}
							placeholder="lk_agy_••••Ab12"
							className="min-w-0 flex-1 font-mono text-xs"
						/>
						<Button
							type="submit"
							pending={trace.pending}
							icon={<Search aria-hidden className="size-4" />}
							className="any-pointer-coarse:h-11"
						>
							{t("find")}
						</Button>
					</div>
				</Field>
			</form>
			<div role="status" className="space-y-4 empty:hidden">
				{trace.refusal && !problem && <Notice look="note">{trace.refusal.message}</Notice>}
				{!trace.refusal && found?.map((key) => <Traced key={key.id} traced={key} place={place} />)}
			</div>
		</div>
	);
}

function Traced({ traced, place }: { traced: TracedKey; place: KeyPlace }) {
	const t = useTranslations("apiKey.refusals");
	return (
		<section aria-label={t("key", { title: traced.title })} className="space-y-2">
			<p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
				<Link
					href={hrefOf(traced, place)}
					className="font-medium wrap-anywhere text-accent-ink underline underline-offset-2 hover:no-underline"
				>
					<bdi>{traced.title}</bdi>
				</Link>
				<code className="font-mono text-xs text-ink-muted">{traced.masked}</code>
				<KeyStatus status={traced.status} />
				{traced.location && (
					<span className="text-ink-muted">{t.rich("at", { ...MARKS, location: traced.location.name })}</span>
				)}
			</p>
			{traced.refusals.length === 0 ? (
				<p className="text-sm text-ink-muted">{t("none")}</p>
			) : (
				<RefusalList refusals={traced.refusals} />
			)}
		</section>
	);
}

const hrefOf = ({ id, location }: TracedKey, { agency }: KeyPlace) =>
	keyHref({ agency, ...(location && { location: location.slug }) }, id);
