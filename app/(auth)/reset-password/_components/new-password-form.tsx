"use client";

import { useTranslations } from "use-intl/react";
import { PasswordRules } from "#components/shell/password-rules.tsx";
import { PlainForm } from "#components/shell/plain-form.tsx";
import { PlainPasswordInput } from "#components/ui/password-input.tsx";

export function NewPasswordForm({ token, refused }: { token: string; refused: boolean }) {
	const t = useTranslations("auth.reset");
	return (
		<PlainForm action="/api/auth/reset-password" submit={t("set")} submitting={t("setting")}>
			<input type="hidden" name="token" value={token} />
			<div className="space-y-1.5">
				<label htmlFor="password" className="text-sm font-medium">
					{t("newPassword")}
				</label>
				<PlainPasswordInput
					id="password"
					name="password"
					autoComplete="new-password"
					aria-invalid={refused || undefined}
					aria-describedby={refused ? "reset-problem password-rules" : "password-rules"}
				/>
				<p id="password-rules" className="text-xs text-ink-muted">
					<PasswordRules />
				</p>
			</div>
		</PlainForm>
	);
}
