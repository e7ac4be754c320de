"use client";

import { type ReactNode, useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";

type PlainFormProps = { action: string; submit: string; submitting: string; children: ReactNode };

/** Posts like any form of the early web; scripts only add the waiting state. */
export function PlainForm({ action, submit, submitting, children }: PlainFormProps) {
	const [pending, setPending] = useState(false);

	useEffect(() => {
		// A page that comes back out of the browser's memory is ready for another try.
		const wake = () => setPending(false);
		window.addEventListener("pageshow", wake);
		return () => window.removeEventListener("pageshow", wake);
	}, []);

	return (
		<form
			method="post"
			action={action}
			onSubmit={(event) => (pending ? event.preventDefault() : setPending(true))}
			className="mt-5 space-y-4"
		>
			{children}
			<Button type="submit" look="primary" size="large" pending={pending} className="w-full">
				{pending ? submitting : submit}
			</Button>
		</form>
	);
}
