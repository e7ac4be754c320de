"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import type { RowSelection } from "#components/data-table/selection.tsx";
import { Button } from "#components/ui/button.tsx";
import type { FixKind } from "#lib/core/keys/fix.ts";
import { FIXES } from "#lib/core/keys/fixes.ts";
import type { Finding } from "#lib/core/keys/health.ts";
import { SelectionBar } from "../../_components/selection-bar.tsx";
import type { KeyPlace } from "../../actions.ts";
import { findingHeading } from "./focus-targets.ts";

const FixDialog = dynamic(() => import("./fix-dialog.tsx").then((module) => module.FixDialog), {
	ssr: false,
});

type FixBarProps = {
	finding: Finding;
	selection: RowSelection;
	total: number;
	place: KeyPlace;
	locationId: string | null;
};

/** What is chosen, and what can be done with it. */
export function FixBar({ finding, selection, total, place, locationId }: FixBarProps) {
	const t = useTranslations("health");
	const [kind, setKind] = useState<FixKind | null>(null);
	const [isOpen, setOpen] = useState(false);
	const { count, isAll, except, chosen } = selection;
	return (
		<>
			<SelectionBar
				selection={selection}
				isAlways
				label={t("selection.bar")}
				said={t("selection.count", { count })}
				selectAll={t("selection.all", { count: total })}
				clear={t("selection.clear")}
				heading={findingHeading}
			>
				<div className="flex w-full flex-wrap gap-2">
					{FIXES[finding].map((fix) => (
						<Button
							key={fix}
							size="small"
							onClick={() => {
								setKind(fix);
								setOpen(true);
							}}
						>
							{t(`fixes.${fix}`)}
						</Button>
					))}
				</div>
			</SelectionBar>
			{kind && (
				<FixDialog
					key={kind}
					kind={kind}
					open={isOpen}
					count={count}
					about={isAll ? { finding, exceptIds: [...except.keys()] } : { keyIds: [...chosen.keys()] }}
					place={place}
					locationId={locationId}
					onClose={() => setOpen(false)}
					onClosed={(hasRun) => {
						setKind(null);
						if (hasRun) selection.clear();
					}}
				/>
			)}
		</>
	);
}
