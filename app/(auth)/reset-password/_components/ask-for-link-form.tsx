"use client";

import { PlainForm } from "#components/shell/plain-form.tsx";
import { cn } from "#components/ui/class-names.ts";
import { controlStyle } from "#components/ui/control-style.ts";

export const AskForLinkForm = () => (
	<PlainForm action="/api/auth/reset-password" submit="Send the link" submitting="Sending…">
		<div className="space-y-1.5">
			<label htmlFor="email" className="text-sm font-medium">
				E-mail
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
