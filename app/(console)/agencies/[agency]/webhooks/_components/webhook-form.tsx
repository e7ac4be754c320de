"use client";

import { type Ref, useEffect, useId, useRef } from "react";
import { focusFirstProblem } from "#components/actions/focus-first-problem.ts";
import { RefusalSummary } from "#components/actions/refusal-summary.tsx";
import type { Refusal } from "#components/actions/use-action.ts";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field, GroupError, Input } from "#components/ui/field.tsx";
import { WEBHOOK_EVENTS, type WebhookEventType } from "#lib/core/webhook-events.ts";
import { EVENT_WORDS, WEBHOOK_DESCRIPTION_MAX, WEBHOOK_URL_MAX } from "#lib/core/webhooks.ts";

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
	const root = useRef<HTMLDivElement>(null);
	const hintId = useId();
	const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.message;

	useEffect(() => {
		if (refusal && root.current) focusFirstProblem(root.current, refusal);
	}, [refusal]);

	return (
		<div ref={root} className="space-y-5">
			{refusal && <RefusalSummary refusal={refusal} />}
			<div data-field="url">
				<Field
					label="URL"
					required
					error={errorOf("url")}
					hint="Everybody in the agency can see it. Only its form is checked now; whether its address may be reached is checked at each delivery."
				>
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
				<Field label="Description" error={errorOf("description")}>
					<Input
						value={draft.description}
						onChange={(event) => onChange({ description: event.target.value })}
						maxLength={WEBHOOK_DESCRIPTION_MAX}
						autoComplete="off"
						placeholder="What listens there, and who looks after it"
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
					label={<span className="font-medium">Switched on</span>}
					describedBy={hintId}
				/>
				<p id={hintId} className="ml-6 text-xs text-ink-muted">
					While it is off, nothing is sent, and what happens meanwhile is not sent later.
				</p>
			</div>
		</div>
	);
}

type EventChoiceProps = {
	chosen: readonly WebhookEventType[];
	onChange: (events: WebhookEventType[]) => void;
	error: string | undefined;
};

function EventChoice({ chosen, onChange, error }: EventChoiceProps) {
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
				Events
				<span aria-hidden className="text-xs font-normal text-ink-muted">
					Required
				</span>
			</legend>
			<GroupError id={`${id}-error`}>{error}</GroupError>
			<div className="divide-y divide-line overflow-hidden rounded-lg border border-line-strong">
				<Checkbox
					checked={isAll}
					mixed={chosen.length > 0 && !isAll}
					onChange={() => onChange(isAll ? [] : [...WEBHOOK_EVENTS])}
					label={<span className="font-medium">All events</span>}
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
								<span>{EVENT_WORDS[event]}</span>
								<code className="font-mono text-xs leading-5 wrap-anywhere text-ink-muted">{event}</code>
							</span>
						}
					/>
				))}
			</div>
		</fieldset>
	);
}
