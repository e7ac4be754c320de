"use client";

import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";
import { controlStyle } from "#components/ui/control-style.ts";

const inputStyle = cn(controlStyle, "h-10 any-pointer-coarse:h-11");
const PASSWORD_MIN = 15;

type NewAccountFormProps = { token: string; email: string; refused: boolean };

/** Makes the account that the invitation is for. A plain post: scripts only add the waiting state and the password's text. */
export function NewAccountForm({ token, email, refused }: NewAccountFormProps) {
	const [pending, setPending] = useState(false);
	const [shown, setShown] = useState(false);

	useEffect(() => {
		// A page that comes back out of the browser's memory is ready for another try.
		const wake = () => setPending(false);
		window.addEventListener("pageshow", wake);
		return () => window.removeEventListener("pageshow", wake);
	}, []);

	return (
		<form
			method="post"
			action="/api/auth/invitation"
			onSubmit={(event) => (pending ? event.preventDefault() : setPending(true))}
			className="mt-5 space-y-4"
		>
			<input type="hidden" name="token" value={token} />
			<div className="space-y-1.5">
				<label htmlFor="email" className="text-sm font-medium">
					E-mail
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
					Your name
				</label>
				<input id="name" name="name" required maxLength={80} autoComplete="name" className={inputStyle} />
			</div>
			<div className="space-y-1.5">
				<label htmlFor="password" className="text-sm font-medium">
					Choose a password
				</label>
				<input
					id="password"
					name="password"
					type={shown ? "text" : "password"}
					required
					minLength={PASSWORD_MIN}
					maxLength={128}
					autoComplete="new-password"
					autoCapitalize="none"
					spellCheck={false}
					aria-describedby={refused ? "invitation-problem password-hint" : "password-hint"}
					className={inputStyle}
				/>
				<div className="flex flex-wrap items-center justify-between gap-2">
					<p id="password-hint" className="text-xs text-ink-muted">
						At least {PASSWORD_MIN} characters. A few words in a row are fine.
					</p>
					<Button size="small" look="quiet" aria-pressed={shown} onClick={() => setShown(!shown)}>
						Show password
					</Button>
				</div>
			</div>
			<Button type="submit" look="primary" size="large" pending={pending} className="w-full">
				{pending ? "Joining…" : "Create account and join"}
			</Button>
		</form>
	);
}
