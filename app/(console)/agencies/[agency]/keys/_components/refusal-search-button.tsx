"use client";

import { CircleHelp } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { useOnceTrue } from "#components/ui/use-once-true.ts";

const RefusalDialog = dynamic(() => import("./refusal-dialog.tsx").then((module) => module.RefusalDialog), {
	ssr: false,
});

/** The way from the list of keys to why one of them was refused. */
export function RefusalSearchButton() {
	const t = useTranslations("apiKey.refusals");
	const [open, setOpen] = useState(false);
	const isWanted = useOnceTrue(open);
	return (
		<>
			<Button icon={<CircleHelp aria-hidden className="size-4" />} onClick={() => setOpen(true)}>
				{t("ask")}
			</Button>
			{isWanted && <RefusalDialog open={open} onOpenChange={setOpen} />}
		</>
	);
}
