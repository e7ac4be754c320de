"use client";

import { X } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Field, Input } from "#components/ui/field.tsx";

type TagInputProps = {
	tags: readonly string[];
	onChange: (tags: string[]) => void;
	error: string | undefined;
};

const TAG_MAX = 100;

/** Takes tags one by one: Enter, a comma or leaving the box adds what is typed. */
export function TagInput({ tags, onChange, error }: TagInputProps) {
	const t = useTranslations("contacts");
	const [typed, setTyped] = useState("");
	const box = useRef<HTMLInputElement>(null);

	function add() {
		const tag = typed.trim().toLowerCase();
		setTyped("");
		if (tag !== "" && !tags.includes(tag)) onChange([...tags, tag]);
	}

	function press(event: KeyboardEvent) {
		if (event.nativeEvent.isComposing || typed.trim() === "") return;
		if (event.key !== "Enter" && event.key !== ",") return;
		event.preventDefault();
		add();
	}

	function remove(tag: string) {
		onChange(tags.filter((one) => one !== tag));
		box.current?.focus();
	}

	return (
		<div className="space-y-2">
			<Field label={t("tags")} error={error} hint={t("form.tagsHint")}>
				<Input
					ref={box}
					value={typed}
					onChange={(event) => setTyped(event.target.value)}
					onKeyDown={press}
					onBlur={add}
					maxLength={TAG_MAX}
					autoComplete="off"
					placeholder={t("form.addTag")}
				/>
			</Field>
			{tags.length > 0 && (
				<ul aria-label={t("form.tagList")} className="flex flex-wrap gap-1.5">
					{tags.map((tag) => (
						<li
							key={tag}
							className="flex max-w-full items-center gap-0.5 rounded bg-accent-soft py-0.5 pe-0.5 ps-2 text-[0.8125rem] text-accent-ink"
						>
							<bdi className="min-w-0 wrap-anywhere">{tag}</bdi>
							<button
								type="button"
								aria-label={t("form.removeTag", { tag })}
								onClick={() => remove(tag)}
								className="flex size-6 shrink-0 items-center justify-center rounded hover:bg-hover"
							>
								<X aria-hidden className="size-3.5" />
							</button>
						</li>
					))}
				</ul>
			)}
		</div>
	);
}
