"use client";

import { useTranslations } from "use-intl/react";
import { PlainForm } from "#components/shell/plain-form.tsx";
import { cn } from "#components/ui/class-names.ts";
import { controlStyle } from "#components/ui/control-style.ts";
import { PlainPasswordInput } from "#components/ui/password-input.tsx";
import { PASSWORD_MAX, passwordMin } from "#lib/core/people/password-limits.ts";

const inputStyle = cn(controlStyle, "h-10 any-pointer-coarse:h-11");

type NewAccountFormProps = { token: string; email: string; refused: boolean };

/** Makes the account that the invitation is for. */
export function NewAccountForm({ token, email, refused }: NewAccountFormProps) {
	const t = useTranslations("auth");
	return (
		<PlainForm
			action="/api/auth/invitation"
			submit={t("invitation.create")}
			submitting={t("invitation.joining")}
		>
			<input type="hidden" name="token" value={token} />
			<div className="space-y-1.5">
				<label htmlFor="email" className="text-sm font-medium">
					{t("email")}
				</label>
				<input
					id="email"
					type="email"
					readOnly
					autoComplete="username"
					value={email}
					className={cn(inputStyle, "bg-sunken text-ink-muted")}
				/>
			</div>
			<div className="space-y-1.5">
				<label htmlFor="name" className="text-sm font-medium">
					{t("yourName")}
				</label>
				<input id="name" name="name" required maxLength={80} autoComplete="name" className={inputStyle} />
			</div>
			<div className="space-y-1.5">
				<label htmlFor="password" className="text-sm font-medium">
					{t("invitation.choosePassword")}
				</label>
				<PlainPasswordInput
					id="password"
					name="password"
					minLength={passwordMin(false)}
					maxLength={PASSWORD_MAX}
					autoComplete="new-password"
					aria-describedby={refused ? "invitation-problem password-hint" : "password-hint"}
				/>
				<p id="password-hint" className="text-xs text-ink-muted">
					{t("invitation.passwordHint", { min: passwordMin(false) })}
				</p>
			</div>
		</PlainForm>
	);
}
