"use client";

import { ChevronDown } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import type { RowSelection } from "#components/data-table/selection.tsx";
import { buttonStyle } from "#components/ui/button.tsx";
import { Menu, MenuItem, MenuPopup, MenuTrigger } from "#components/ui/menu.tsx";
import type { BulkKind } from "./bulk-draft.ts";
import { keysHeading } from "./focus-targets.ts";
import { useActions } from "./key-actions.tsx";
import { SelectionBar } from "./selection-bar.tsx";
import type { ListedKeys, Meant } from "./use-chosen-keys.ts";

const BulkDialog = dynamic(() => import("./bulk-dialog.tsx"), { ssr: false });

const KINDS = ["switchOff", "switchOn", "extend", "label", "revoke", "delete"] as const;

type BulkBarProps = {
	selection: RowSelection;
	listed: ListedKeys;
	/** How many keys the list has on all its pages. */
	total: number;
	knownLabels: readonly string[];
};

type Asked = { kind: BulkKind; meant: Meant };

/** What can be done with the rows that are chosen. */
export function BulkBar({ selection, listed, total, knownLabels }: BulkBarProps) {
	const t = useTranslations("keys.bulk");
	const { place } = useActions();
	const [asked, setAsked] = useState<Asked | null>(null);
	const [open, setOpen] = useState(false);
	const { chosen, isAll, except, count } = selection;

	function ask(kind: BulkKind) {
		const meant = isAll
			? { exceptIds: [...except.keys()] }
			: { chosen: [...chosen].map(([id, title]) => ({ id, title })) };
		setAsked({ kind, meant });
		setOpen(true);
	}

	return (
		<>
			<SelectionBar
				selection={selection}
				label={t("region")}
				said={t("selected", { count })}
				selectAll={t("selectAll", { total })}
				clear={t("clear")}
				heading={keysHeading}
			>
				<div className="flex-1" />
				<Menu>
					<MenuTrigger className={buttonStyle({ size: "small" })}>
						{t("actions")}
						<ChevronDown aria-hidden className="size-4" />
					</MenuTrigger>
					<MenuPopup>
						{KINDS.map((kind) => (
							<MenuItem key={kind} grave={kind === "revoke" || kind === "delete"} onClick={() => ask(kind)}>
								{t(`change.${kind}`)}
							</MenuItem>
						))}
					</MenuPopup>
				</Menu>
			</SelectionBar>
			{asked && (
				<BulkDialog
					{...asked}
					place={place}
					listed={listed}
					knownLabels={knownLabels}
					open={open}
					onClose={() => setOpen(false)}
					onClosed={(hasRun) => {
						setAsked(null);
						if (hasRun) selection.clear();
					}}
				/>
			)}
		</>
	);
}
