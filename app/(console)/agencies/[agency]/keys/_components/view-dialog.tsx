"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useId } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Dialog, DialogBody, DialogFooter, DialogHeader } from "#components/ui/dialog.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { columnsOfKind, columnText } from "./keys-columns.tsx";
import { DEFAULT_SETTINGS } from "./table-settings.ts";
import type { ViewButtonProps } from "./view-button.tsx";

type ViewDialogProps = ViewButtonProps & { open: boolean; onOpenChange: (open: boolean) => void };

export function ViewDialog({ open, onOpenChange, ...view }: ViewDialogProps) {
	const { settings, onChange } = view;
	const t = useTranslations("keys");
	const densityId = useId();
	return (
		<Dialog open={open} onOpenChange={onOpenChange}>
			<DialogHeader title={t("view.title")} />
			<DialogBody className="space-y-5">
				<ColumnList {...view} />
				<section className="space-y-2">
					<h3 id={densityId} className="text-sm font-semibold">
						{t("view.density")}
					</h3>
					<RadioCards
						labelledBy={densityId}
						value={settings.isDense ? "compact" : "comfortable"}
						onChange={(density) => onChange({ ...settings, isDense: density === "compact" })}
						cards={[
							{ value: "comfortable", title: t("view.comfortable"), text: t("view.comfortableText") },
							{ value: "compact", title: t("view.compact"), text: t("view.compactText") },
						]}
					/>
				</section>
			</DialogBody>
			<DialogFooter>
				<Button onClick={() => onChange(DEFAULT_SETTINGS)}>{t("view.reset")}</Button>
				<Button look="primary" onClick={() => onOpenChange(false)}>
					{t("view.done")}
				</Button>
			</DialogFooter>
		</Dialog>
	);
}

function ColumnList({ kind, settings, onChange }: ViewButtonProps) {
	const t = useTranslations("keys");
	const headingId = useId();
	const offered = settings.columns.filter(({ name }) => columnsOfKind(kind).includes(name));
	const others = settings.columns.filter((one) => !offered.includes(one));

	function move(at: number, by: 1 | -1) {
		const next = [...offered];
		next.splice(at + by, 0, ...next.splice(at, 1));
		onChange({ ...settings, columns: [...next, ...others] });
	}

	return (
		<section aria-labelledby={headingId} className="space-y-2">
			<h3 id={headingId} className="text-sm font-semibold">
				{t("view.columns")}
			</h3>
			<ul className="divide-y divide-line rounded-lg border border-line">
				{offered.map((one, at) => {
					const column = t(columnText(kind, one.name));
					return (
						<li key={one.name} className="flex items-center gap-1 px-3 py-1">
							<Checkbox
								checked={one.isShown}
								onChange={(isShown) =>
									onChange({
										...settings,
										columns: settings.columns.map((each) => (each === one ? { ...one, isShown } : each)),
									})
								}
								label={column}
								className="flex-1"
							/>
							<MoveButton label={t("view.up", { column })} isOff={at === 0} onClick={() => move(at, -1)}>
								<ArrowUp aria-hidden className="size-4" />
							</MoveButton>
							<MoveButton
								label={t("view.down", { column })}
								isOff={at === offered.length - 1}
								onClick={() => move(at, 1)}
							>
								<ArrowDown aria-hidden className="size-4" />
							</MoveButton>
						</li>
					);
				})}
			</ul>
		</section>
	);
}

type MoveButtonProps = { label: string; isOff: boolean; onClick: () => void; children: React.ReactNode };

/** Stays focusable at the end of the list, so that the focus is not thrown away by the last press. */
const MoveButton = ({ label, isOff, onClick, children }: MoveButtonProps) => (
	<Button
		look="quiet"
		size="icon"
		aria-label={label}
		aria-disabled={isOff}
		onClick={isOff ? undefined : onClick}
	>
		{children}
	</Button>
);
