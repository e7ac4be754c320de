"use client";

import { CheckCheck } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { useAction } from "#components/actions/use-action.ts";
import { Button } from "#components/ui/button.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import { markAllReadAction } from "../actions.ts";

type MarkAllReadProps = { upTo: string; headingId: string };

/** Goes away when there is nothing left to read, so the focus goes to the heading. */
export function MarkAllRead({ upTo, headingId }: MarkAllReadProps) {
	const t = useTranslations("notifications");
	const { run, pending } = useAction(markAllReadAction);
	const { tellDone, tellFailure } = useToasts();

	function markAll() {
		run(
			{ upTo },
			({ message }) => {
				document.getElementById(headingId)?.focus();
				tellDone(message);
			},
			({ message }) => tellFailure(message),
		);
	}

	return (
		<Button pending={pending} icon={<CheckCheck aria-hidden className="size-4" />} onClick={markAll}>
			{t("markAll")}
		</Button>
	);
}
