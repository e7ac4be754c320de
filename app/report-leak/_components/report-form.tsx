"use client";

import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl/react";
import { PlainForm } from "#components/shell/plain-form.tsx";
import { cn } from "#components/ui/class-names.ts";
import { controlStyle } from "#components/ui/control-style.ts";

const HINT_ID = "found-hint";

type ReportFormProps = {
	foundMax: number;
	noteMax: number;
	/** Which field the form was sent back for, and the element that says why. */
	refused: "found" | "where" | null;
	problemId: string;
};

export function ReportForm({ foundMax, noteMax, refused, problemId }: ReportFormProps) {
	const t = useTranslations("leakReport");
	const foundBox = useRef<HTMLTextAreaElement>(null);
	const whereBox = useRef<HTMLInputElement>(null);

	useEffect(() => {
		if (refused) (refused === "found" ? foundBox : whereBox).current?.focus();
	}, [refused]);

	return (
		<PlainForm action="/api/auth/report-leak" submit={t("submit")} submitting={t("submitting")}>
			<div className="space-y-1.5">
				<label htmlFor="found" className="text-sm font-medium">
					{t("found")}
				</label>
				<textarea
					ref={foundBox}
					id="found"
					name="found"
					required
					rows={5}
					maxLength={foundMax}
					autoComplete="off"
					autoCapitalize="none"
					spellCheck={false}
					aria-describedby={refused === "found" ? `${problemId} ${HINT_ID}` : HINT_ID}
					aria-invalid={refused === "found" || undefined}
					className={cn(controlStyle, "block min-h-28 resize-y py-2 font-mono text-sm")}
				/>
				<p id={HINT_ID} className="text-xs text-ink-muted">
					{t("foundHint", { max: foundMax })}
				</p>
			</div>
			<div className="space-y-1.5">
				<label htmlFor="where" className="text-sm font-medium">
					{t.rich("where", {
						muted: (chunks) => <span className="font-normal text-ink-muted">{chunks}</span>,
					})}
				</label>
				<input
					ref={whereBox}
					id="where"
					name="where"
					type="text"
					maxLength={noteMax}
					autoComplete="off"
					aria-describedby={refused === "where" ? problemId : undefined}
					aria-invalid={refused === "where" || undefined}
					className={cn(controlStyle, "h-10 any-pointer-coarse:h-11")}
				/>
			</div>
		</PlainForm>
	);
}
