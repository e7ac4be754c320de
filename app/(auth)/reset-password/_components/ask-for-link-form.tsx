"use client";

import { useTranslations } from "use-intl/react";
import { PlainForm } from "#components/shell/plain-form.tsx";
import { cn } from "#components/ui/class-names.ts";
import { controlStyle } from "#components/ui/control-style.ts";

export function AskForLinkForm() {
	const t = useTranslations("auth");
	return (
		<PlainForm action="/api/auth/reset-password" submit={t("reset.send")} submitting={t("reset.sending")}>
			<div className="space-y-1.5">
				<label htmlFor="email" className="text-sm font-medium">
					{t("email")}
				</label>
				<input
					id="email"
					name="email"
					type="email"
					required
					maxLength={254}
					autoComplete="username"
					autoCapitalize="none"
					spellCheck={false}
					className={cn(controlStyle, "h-10 any-pointer-coarse:h-11")}
				/>
			</div>
		</PlainForm>
	);
}
