"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl/react";
import { PlainForm } from "#components/shell/plain-form.tsx";
import { cn } from "#components/ui/class-names.ts";
import { controlStyle } from "#components/ui/control-style.ts";
import { PlainPasswordInput } from "#components/ui/password-input.tsx";

type SignInFormProps = { email: string; callbackUrl: string; refused: boolean };

export function SignInForm({ email, callbackUrl, refused }: SignInFormProps) {
	const t = useTranslations("auth");
	const emailBox = useRef<HTMLInputElement>(null);
	const passwordBox = useRef<HTMLInputElement>(null);

	useEffect(() => {
		(email ? passwordBox : emailBox).current?.focus();
	}, [email]);

	const problem = refused ? { "aria-invalid": true, "aria-describedby": "sign-in-problem" } : {};
	return (
		<PlainForm action="/api/auth/sign-in" submit={t("signIn.submit")} submitting={t("signIn.submitting")}>
			<input type="hidden" name="callbackUrl" value={callbackUrl} />
			<div className="space-y-1.5">
				<label htmlFor="email" className="text-sm font-medium">
					{t("email")}
				</label>
				<input
					{...problem}
					ref={emailBox}
					id="email"
					name="email"
					type="email"
					required
					maxLength={254}
					autoComplete="username"
					autoCapitalize="none"
					spellCheck={false}
					defaultValue={email}
					className={cn(controlStyle, "h-10 any-pointer-coarse:h-11")}
				/>
			</div>
			<div className="space-y-1.5">
				<label htmlFor="password" className="text-sm font-medium">
					{t("password")}
				</label>
				<PlainPasswordInput
					{...problem}
					ref={passwordBox}
					id="password"
					name="password"
					autoComplete="current-password"
				/>
				<p className="text-end">
					<Link href="/reset-password" className="text-xs text-accent-ink underline-offset-2 hover:underline">
						{t("signIn.forgotten")}
					</Link>
				</p>
			</div>
		</PlainForm>
	);
}
