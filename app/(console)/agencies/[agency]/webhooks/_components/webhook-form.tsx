"use client";

import { type Ref, useId } from "react";
import { useTranslations } from "use-intl/react";
import type { Refusal } from "#components/actions/use-action.ts";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field, GroupError, Input } from "#components/ui/field.tsx";
import { WEBHOOK_EVENTS, type WebhookEventType } from "#lib/core/webhook-events.ts";
import { WEBHOOK_DESCRIPTION_MAX, WEBHOOK_URL_MAX } from "#lib/core/webhooks.ts";

export type WebhookDraft = {
	url: string;
	description: string;
	events: WebhookEventType[];
	enabled: boolean;
};

type WebhookFormProps = {
	draft: WebhookDraft;
	onChange: (change: Partial<WebhookDraft>) => void;
	refusal: Refusal | null;
	urlRef: Ref<HTMLInputElement>;
};

export function WebhookForm({ draft, onChange, refusal, urlRef }: WebhookFormProps) {
	const t = useTranslations("webhooks");
	const hintId = useId();
	const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.message;

	return (
		<>
			<div data-field="url">
				<Field label={t("url")} required error={errorOf("url")} hint={t("form.urlHint")}>
					<Input
						ref={urlRef}
						aria-required
						type="url"
						inputMode="url"
						dir="ltr"
						value={draft.url}
						onChange={(event) => onChange({ url: event.target.value })}
						maxLength={WEBHOOK_URL_MAX}
						autoComplete="off"
						spellCheck={false}
						placeholder="https://hooks.example.com/latchkey"
					/>
				</Field>
			</div>
			<div data-field="description">
				<Field label={t("description")} error={errorOf("description")}>
					<Input
						value={draft.description}
						onChange={(event) => onChange({ description: event.target.value })}
						maxLength={WEBHOOK_DESCRIPTION_MAX}
						autoComplete="off"
						placeholder={t("form.descriptionHint")}
					/>
				</Field>
			</div>
			<EventChoice
				chosen={draft.events}
				onChange={(events) => onChange({ events })}
				error={errorOf("events")}
			/>
			<div data-field="enabled">
				<Checkbox
					checked={draft.enabled}
					onChange={(enabled) => onChange({ enabled })}
					label={<span className="font-medium">{t("form.enabled")}</span>}
					describedBy={hintId}
				/>
				<p id={hintId} className="ms-6 text-xs text-ink-muted">
					{t("form.enabledHint")}
				</p>
			</div>
		</>
	);
}

type EventChoiceProps = {
	chosen: readonly WebhookEventType[];
	onChange: (events: WebhookEventType[]) => void;
	error: string | undefined;
};

function EventChoice({ chosen, onChange, error }: EventChoiceProps) {
	const [t, ui] = [useTranslations("webhooks"), useTranslations("ui")];
	const id = useId();
	const isAll = chosen.length === WEBHOOK_EVENTS.length;
	const toggle = (event: WebhookEventType, isChosen: boolean) =>
		onChange(WEBHOOK_EVENTS.filter((one) => (one === event ? isChosen : chosen.includes(one))));

	return (
		<fieldset
			data-field="events"
			aria-describedby={error === undefined ? undefined : `${id}-error`}
			className="min-w-0 space-y-1.5"
		>
			<legend className="mb-1.5 flex w-full items-baseline gap-1.5 text-sm font-medium">
				{t("events")}
				<span aria-hidden className="text-xs font-normal text-ink-muted">
					{ui("required")}
				</span>
			</legend>
			<GroupError id={`${id}-error`}>{error}</GroupError>
			<div className="divide-y divide-line overflow-hidden rounded-lg border border-line-strong">
				<Checkbox
					checked={isAll}
					mixed={chosen.length > 0 && !isAll}
					onChange={() => onChange(isAll ? [] : [...WEBHOOK_EVENTS])}
					label={<span className="font-medium">{t("allEvents")}</span>}
					className="bg-sunken px-3 py-2"
				/>
				{WEBHOOK_EVENTS.map((event) => (
					<Checkbox
						key={event}
						checked={chosen.includes(event)}
						onChange={(isChosen) => toggle(event, isChosen)}
						className="px-3 py-2 hover:bg-sunken"
						label={
							<span className="flex min-w-0 flex-1 flex-wrap justify-between gap-x-4">
								<span>{t(`told.${event}`)}</span>
								<code className="font-mono text-xs leading-5 wrap-anywhere text-ink-muted">{event}</code>
							</span>
						}
					/>
				))}
			</div>
		</fieldset>
	);
}
