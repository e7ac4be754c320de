"use client";

import { Columns3 } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { useOnceTrue } from "#components/ui/use-once-true.ts";
import type { KeysKind } from "./keys-columns.tsx";
import type { TableSettings } from "./table-settings.ts";

const ViewDialog = dynamic(() => import("./view-dialog.tsx").then((module) => module.ViewDialog), {
	ssr: false,
});

export type ViewButtonProps = {
	kind: KeysKind;
	settings: TableSettings;
	onChange: (settings: TableSettings) => void;
};

/** Says which columns the table shows in which order, and how dense its rows are. */
export function ViewButton(props: ViewButtonProps) {
	const t = useTranslations("keys");
	const [open, setOpen] = useState(false);
	const isWanted = useOnceTrue(open);
	return (
		<>
			<Button icon={<Columns3 aria-hidden className="size-4" />} onClick={() => setOpen(true)}>
				{t("view.button")}
			</Button>
			{isWanted && <ViewDialog {...props} open={open} onOpenChange={setOpen} />}
		</>
	);
}
