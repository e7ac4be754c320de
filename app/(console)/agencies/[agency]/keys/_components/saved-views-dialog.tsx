"use client";

import { Pencil, Trash2 } from "lucide-react";
import { type FormEvent, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { useAction } from "#components/actions/use-action.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogBody, DialogFooter, DialogHeader } from "#components/ui/dialog.tsx";
import { Field, Input } from "#components/ui/field.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import { deleteViewAction, saveViewAction } from "../actions.ts";
import { useActions } from "./key-actions.tsx";
import type { View } from "./saved-views.tsx";

type SavedViewsDialogProps = {
	views: readonly View[];
	locationId: string | null;
	search: string;
	open: boolean;
	onClose: () => void;
	onClosed: () => void;
};

/** Saves what the list shows under a name, and renames and deletes what was saved. */
export default function SavedViewsDialog({
	views,
	locationId,
	search,
	open,
	onClose,
	onClosed,
}: SavedViewsDialogProps) {
	const t = useTranslations("keys.saved");
	const { place } = useActions();
	const { tellDone, tellFailure } = useToasts();
	const [name, setName] = useState("");
	const [renamed, setRenamed] = useState<View | null>(null);
	const [dropped, setDropped] = useState<View | null>(null);
	const nameBox = useRef<HTMLInputElement>(null);
	const headingId = useId();
	const save = useAction((input) => saveViewAction(place, input));
	const remove = useAction((input) => deleteViewAction(place, input));

	function rename(view: View | null) {
		setRenamed(view);
		setName(view?.name ?? "");
		save.refuse(null);
		nameBox.current?.focus();
	}

	function submit(event: FormEvent) {
		event.preventDefault();
		const view = { search: renamed?.search ?? search, replaces: renamed?.name ?? null };
		save.run({ locationId, name, ...view }, ({ message }) => {
			tellDone(message);
			rename(null);
		});
	}

	const bringBack = (view: View) =>
		save.run({ locationId, ...view, replaces: null }, ({ message }) => {
			tellDone(message);
			setDropped(null);
			nameBox.current?.focus();
		});

	const drop = (view: View) =>
		remove.run(
			{ locationId, name: view.name },
			({ message }) => {
				tellDone(message);
				setDropped(view);
				nameBox.current?.focus();
			},
			({ message }) => tellFailure(message),
		);

	return (
		<Dialog
			open={open}
			onOpenChange={(next) => !next && onClose()}
			onClosed={onClosed}
			initialFocus={nameBox}
		>
			<DialogHeader title={t("title")} text={t("text")} />
			<DialogBody className="space-y-5">
				<form onSubmit={submit} noValidate className="flex flex-wrap items-end gap-2">
					<Field
						label={renamed ? t("newName", { name: renamed.name }) : t("name")}
						error={save.refusal?.message}
						className="min-w-48 flex-1"
					>
						<Input
							ref={nameBox}
							value={name}
							onChange={(event) => setName(event.target.value)}
							maxLength={60}
							autoComplete="off"
						/>
					</Field>
					<Button type="submit" look="primary" pending={save.pending}>
						{t("submit")}
					</Button>
					{renamed && <Button onClick={() => rename(null)}>{t("keep")}</Button>}
				</form>
				<section aria-labelledby={headingId} className="space-y-2">
					<h3 id={headingId} className="text-sm font-semibold">
						{t("list")}
					</h3>
					{dropped && (
						<div className="flex flex-wrap items-center gap-2 text-sm">
							<span className="min-w-0 wrap-anywhere">
								{t.rich("dropped", { name: () => <bdi>{dropped.name}</bdi> })}
							</span>
							<Button size="small" pending={save.pending} onClick={() => bringBack(dropped)}>
								{t("undo")}
							</Button>
						</div>
					)}
					{views.length === 0 && <p className="text-sm text-ink-muted">{t("none")}</p>}
					<ul className="divide-y divide-line">
						{views.map((view) => (
							<li key={view.name} className="flex items-center gap-1 py-1">
								<bdi className="min-w-0 flex-1 text-sm wrap-anywhere">{view.name}</bdi>
								<Button
									look="quiet"
									size="icon"
									aria-label={t("rename", { name: view.name })}
									onClick={() => rename(view)}
								>
									<Pencil aria-hidden className="size-4" />
								</Button>
								<Button
									look="quiet"
									size="icon"
									aria-label={t("delete", { name: view.name })}
									onClick={() => drop(view)}
								>
									<Trash2 aria-hidden className="size-4" />
								</Button>
							</li>
						))}
					</ul>
				</section>
			</DialogBody>
			<DialogFooter>
				<Button onClick={onClose}>{t("close")}</Button>
			</DialogFooter>
		</Dialog>
	);
}
