"use client";

import { PasswordRules } from "#components/shell/password-rules.tsx";
import { PlainForm } from "#components/shell/plain-form.tsx";
import { PlainPasswordInput } from "#components/ui/password-input.tsx";

export const NewPasswordForm = ({ token, refused }: { token: string; refused: boolean }) => (
	<PlainForm action="/api/auth/reset-password" submit="Set the password" submitting="Setting…">
		<input type="hidden" name="token" value={token} />
		<div className="space-y-1.5">
			<label htmlFor="password" className="text-sm font-medium">
				New password
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
