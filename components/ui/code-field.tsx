"use client";

import type { ComponentProps, ReactNode } from "react";
import { Field, Input } from "./field.tsx";

type CodeFieldProps = ComponentProps<typeof Input> & {
	label: string;
	hint?: ReactNode;
	error: string | undefined;
};

/** The box for a code of an authenticator app, which browsers and password managers know how to fill. */
export const CodeField = ({ label, hint, error, ...rest }: CodeFieldProps) => (
	<Field label={label} hint={hint} error={error}>
		<Input
			key="code"
			{...rest}
			inputMode="numeric"
			autoComplete="one-time-code"
			autoCapitalize="characters"
			spellCheck={false}
			maxLength={64}
			className="font-mono tracking-widest"
		/>
	</Field>
);
