"use client";

import { X } from "lucide-react";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Field, Input } from "#components/ui/field.tsx";
import { LABEL_MAX, LABELS_MAX } from "#lib/core/keys/key.ts";

type LabelsInputProps = {
	label: string;
	hint?: string;
	error?: string | undefined;
	labels: readonly string[];
	onChange: (labels: string[]) => void;
	/** Labels that other keys have. */
	known: readonly string[];
};

/** Takes one label after the other; those that other keys have are offered. What is typed counts, also before Enter. */
export function LabelsInput({ label, hint, error, labels, onChange, known }: LabelsInputProps) {
	const t = useTranslations("apiKey.labels");
	const [settled, setSettled] = useState(labels);
	const [typed, setTyped] = useState("");
	const listId = useId();
	const box = useRef<HTMLInputElement>(null);
	const chips = useRef<HTMLUListElement>(null);

	function change(nextSettled: readonly string[], nextTyped: string) {
		setSettled(nextSettled);
		setTyped(nextTyped);
		onChange(withTyped(nextSettled, nextTyped));
	}

	function onKeyDown(event: KeyboardEvent) {
		// These keys belong to whoever writes with an input method until the word is done.
		if (event.nativeEvent.isComposing) return;
		if (event.key === "Enter" || event.key === ",") {
			event.preventDefault();
			change(withTyped(settled, typed), "");
		}
		if (event.key === "Backspace" && typed === "") change(settled.slice(0, -1), "");
	}

	/** The focus goes to the label behind the one that goes, or else to the box. */
	function remove(label: string) {
		const at = settled.indexOf(label);
		const buttons = chips.current?.querySelectorAll("button");
		(buttons?.[at + 1] ?? box.current)?.focus();
		change(
			settled.filter((other) => other !== label),
			typed,
		);
	}

	return (
		<Field label={label} hint={hint} error={error}>
			{settled.length > 0 && (
				<ul ref={chips} className="flex flex-wrap gap-1.5">
					{settled.map((one) => (
						<li
							key={one}
							className="flex max-w-full items-center gap-1 rounded bg-hover py-0.5 ps-2 pe-0.5 text-xs text-ink"
						>
							<bdi className="truncate">{one}</bdi>
							<button
								type="button"
								aria-label={t("remove", { label: one })}
								onClick={() => remove(one)}
								className="flex size-6 items-center justify-center rounded hover:bg-surface"
							>
								<X aria-hidden className="size-3.5" />
							</button>
						</li>
					))}
				</ul>
			)}
			<Input
				ref={box}
				value={typed}
				onChange={(event) => change(settled, event.target.value)}
				onKeyDown={onKeyDown}
				list={listId}
				maxLength={LABEL_MAX}
				readOnly={settled.length >= LABELS_MAX}
				placeholder={t("add")}
				autoComplete="off"
			/>
			<datalist id={listId}>
				{known.map((one) => (
					<option key={one} value={one} />
				))}
			</datalist>
		</Field>
	);
}

function withTyped(settled: readonly string[], typed: string) {
	const text = typed.trim();
	const isThere = settled.some((one) => one.toLowerCase() === text.toLowerCase());
	return text === "" || isThere || settled.length >= LABELS_MAX ? [...settled] : [...settled, text];
}
