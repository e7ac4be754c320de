"use client";

import { CircleStop } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { useAction } from "#components/actions/use-action.ts";
import { MARKS } from "#components/texts/marks.tsx";
import { Button } from "#components/ui/button.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import { useOnceTrue } from "#components/ui/use-once-true.ts";
import type { RunDetail } from "#lib/core/crm/workflows.ts";
import { stopRunAction, type WorkflowPlace } from "../../../actions.ts";

const ConfirmDialog = dynamic(
	() => import("#components/actions/confirm-dialog.tsx").then((module) => module.ConfirmDialog),
	{ ssr: false },
);

type StopRunButtonProps = { place: WorkflowPlace; run: RunDetail };

export function StopRunButton({ place, run }: StopRunButtonProps) {
	const t = useTranslations("workflows.run");
	const [open, setOpen] = useState(false);
	const isWanted = useOnceTrue(open);
	const { tellDone } = useToasts();
	const stop = useAction((input) => stopRunAction(place, input));
	const close = () => setOpen(false);

	const submit = () =>
		stop.run({ runId: run.id }, ({ message }) => {
			tellDone(message);
			close();
		});

	return (
		<>
			<Button icon={<CircleStop aria-hidden className="size-4" />} onClick={() => setOpen(true)}>
				{t("stop")}
			</Button>
			{isWanted && (
				<ConfirmDialog
					open={open}
					onClose={close}
					title={t("stopTitle")}
					button={{ text: t("stopButton"), look: "danger" }}
					pending={stop.pending}
					refusal={stop.refusal}
					onConfirm={submit}
				>
					<p className="wrap-anywhere">
						{t.rich("stopText", {
							contact: run.contact.name,
							workflow: run.workflow.name,
							position: run.position + 1,
							count: run.stepCount,
							bdi: MARKS.bdi,
						})}
					</p>
				</ConfirmDialog>
			)}
		</>
	);
}
