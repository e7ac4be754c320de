"use client";

import { Eye, EyeOff } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button, buttonStyle } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";
import { controlStyle } from "#components/ui/control-style.ts";

const inputStyle = cn(controlStyle, "h-10 any-pointer-coarse:h-11");

type SignInFormProps = { email: string; callbackUrl: string; refused: boolean };

/** Posts like any form of the early web; scripts only add the password's eye and the waiting state. */
export function SignInForm({ email, callbackUrl, refused }: SignInFormProps) {
	const [pending, setPending] = useState(false);
	const emailBox = useRef<HTMLInputElement>(null);
	const passwordBox = useRef<HTMLInputElement>(null);

	useEffect(() => {
		(email ? passwordBox : emailBox).current?.focus();
		// A page that comes back out of the browser's memory is ready for another try.
		const wake = () => setPending(false);
		window.addEventListener("pageshow", wake);
		return () => window.removeEventListener("pageshow", wake);
	}, [email]);

	const problem = refused ? { "aria-invalid": true, "aria-describedby": "sign-in-problem" } : {};
	return (
		<form
			method="post"
			action="/api/auth/sign-in"
			onSubmit={(event) => (pending ? event.preventDefault() : setPending(true))}
			className="mt-5 space-y-4"
		>
			<input type="hidden" name="callbackUrl" value={callbackUrl} />
			<div className="space-y-1.5">
				<label htmlFor="email" className="text-sm font-medium">
					E-mail
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
					className={inputStyle}
				/>
			</div>
			<PasswordBox ref={passwordBox} problem={problem} />
			<Button type="submit" look="primary" size="large" pending={pending} className="w-full">
				{pending ? "Signing in…" : "Sign in"}
			</Button>
		</form>
	);
}

function PasswordBox({ ref, problem }: { ref: React.Ref<HTMLInputElement>; problem: object }) {
	const [shown, setShown] = useState(false);
	return (
		<div className="space-y-1.5">
			<label htmlFor="password" className="text-sm font-medium">
				Password
			</label>
			<div className="relative">
				<input
					{...problem}
					ref={ref}
					id="password"
					name="password"
					type={shown ? "text" : "password"}
					required
					maxLength={128}
					autoComplete="current-password"
					autoCapitalize="none"
					spellCheck={false}
					className={cn(inputStyle, "pr-11")}
				/>
				<button
					type="button"
					onClick={() => setShown(!shown)}
					aria-pressed={shown}
					aria-label="Show password"
					className={cn(buttonStyle({ look: "quiet", size: "icon" }), "absolute inset-y-0 right-1 my-auto")}
				>
					{shown ? <EyeOff aria-hidden className="size-4" /> : <Eye aria-hidden className="size-4" />}
				</button>
			</div>
		</div>
	);
}
