"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl/react";
import { PlainForm } from "#components/shell/plain-form.tsx";
import { cn } from "#components/ui/class-names.ts";
import { controlStyle } from "#components/ui/control-style.ts";

type CodeFormProps = { callbackUrl: string; refused: boolean };

/** The second half of a sign-in. Recovery codes fit into the same box. */
export function CodeForm({ callbackUrl, refused }: CodeFormProps) {
	const t = useTranslations("auth.code");
	const box = useRef<HTMLInputElement>(null);

	useEffect(() => {
		box.current?.focus();
	}, []);

	return (
		<>
			<PlainForm action="/api/auth/sign-in" submit={t("submit")} submitting={t("submitting")}>
				<input type="hidden" name="callbackUrl" value={callbackUrl} />
				<div className="space-y-1.5">
					<label htmlFor="code" className="text-sm font-medium">
						{t("label")}
					</label>
					<input
						ref={box}
						id="code"
						name="code"
						required
						maxLength={64}
						inputMode="numeric"
						autoComplete="one-time-code"
						autoCapitalize="characters"
						spellCheck={false}
						aria-invalid={refused || undefined}
						aria-describedby={refused ? "sign-in-problem code-hint" : "code-hint"}
						className={cn(controlStyle, "h-10 font-mono tracking-widest any-pointer-coarse:h-11")}
					/>
					<p id="code-hint" className="text-xs text-ink-muted">
						{t("hint")}
					</p>
				</div>
			</PlainForm>
			<p className="mt-4 text-center text-sm">
				<Link href="/sign-in" className="text-accent-ink underline-offset-2 hover:underline">
					{t("startOver")}
				</Link>
			</p>
		</>
	);
}
