"use client";

import { useEffect, useRef, useState } from "react";
import { PlainForm } from "#components/shell/plain-form.tsx";
import { Field, Input } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import type { TypedSetUp } from "#lib/auth/typed-set-up.ts";
import { PASSWORD_MAX, passwordMin } from "#lib/core/people/password-limits.ts";
import { slugOf } from "#lib/core/slug.ts";

type SetUpFormProps = {
	/** From the address; empty when it names none. */
	token: string;
	/** What was typed and refused before. */
	last: TypedSetUp | null;
};

/** Works without scripts, which only make the address name follow the agency's. */
export function SetUpForm({ token, last }: SetUpFormProps) {
	const box = useRef<HTMLDivElement>(null);
	const typed = last?.typed ?? {};
	const errorOf = (name: string) => last?.fields.find(({ field }) => field === name)?.message;
	const tokenError = errorOf("token");
	const knownToken = tokenError === undefined ? token || typed.token : "";

	useEffect(() => {
		const control = "input:not([type=hidden])";
		const target = box.current?.querySelector<HTMLElement>(`${control}[aria-invalid=true]`);
		(target ?? box.current?.querySelector<HTMLElement>(control))?.focus();
	}, []);

	return (
		<PlainForm action="/api/auth/set-up" submit="Make the agency and sign in" submitting="Setting up…">
			<div ref={box} className="space-y-4">
				{last && (
					<Notice look="bad" alert>
						{last.fields.length === 0 ? last.message : "One thing or more needs another look."} The password
						has to be typed again.
					</Notice>
				)}
				{knownToken ? (
					<input type="hidden" name="token" value={knownToken} />
				) : (
					<Field
						label="Set-up token"
						error={tokenError}
						hint="Where Latchkey was started, its terminal and its log show an address that ends with ?token=…"
					>
						<Input name="token" required maxLength={120} autoComplete="off" spellCheck={false} />
					</Field>
				)}
				<AgencyFields typed={typed} errorOf={errorOf} />
				<OwnerFields typed={typed} errorOf={errorOf} />
			</div>
		</PlainForm>
	);
}

type FieldsProps = { typed: TypedSetUp["typed"]; errorOf: (name: string) => string | undefined };

function AgencyFields({ typed, errorOf }: FieldsProps) {
	const [name, setName] = useState(typed.agencyName ?? "");
	const [slug, setSlug] = useState(typed.slug ?? "");
	const [isOwnSlug, setIsOwnSlug] = useState((typed.slug ?? "") !== "");
	return (
		<fieldset className="space-y-4 border-t border-line pt-4">
			<legend className="sr-only">Your agency</legend>
			<Field label="Agency" error={errorOf("agencyName")}>
				<Input
					name="agencyName"
					required
					maxLength={80}
					autoComplete="organization"
					value={name}
					onChange={(event) => {
						setName(event.target.value);
						if (!isOwnSlug) setSlug(slugOf(event.target.value, ""));
					}}
				/>
			</Field>
			<Field
				label="Name in addresses"
				error={errorOf("slug")}
				hint={`Its pages are at /agencies/${slug || "…"}, for good.`}
			>
				<Input
					name="slug"
					maxLength={60}
					autoComplete="off"
					autoCapitalize="none"
					spellCheck={false}
					value={slug}
					onChange={(event) => {
						setSlug(event.target.value);
						setIsOwnSlug(event.target.value !== "");
					}}
				/>
			</Field>
		</fieldset>
	);
}

const OwnerFields = ({ typed, errorOf }: FieldsProps) => (
	<fieldset className="space-y-4 border-t border-line pt-4">
		<legend className="sr-only">You, its owner</legend>
		<Field label="Your name" error={errorOf("name")}>
			<Input name="name" required maxLength={80} autoComplete="name" defaultValue={typed.name} />
		</Field>
		<Field label="E-mail" error={errorOf("email")}>
			<Input
				name="email"
				type="email"
				required
				maxLength={254}
				autoComplete="username"
				autoCapitalize="none"
				spellCheck={false}
				defaultValue={typed.email}
			/>
		</Field>
		<Field
			label="Password"
			error={errorOf("password")}
			hint={`At least ${passwordMin(false)} characters. A sentence is easy to remember.`}
		>
			<PasswordInput
				name="password"
				minLength={passwordMin(false)}
				maxLength={PASSWORD_MAX}
				autoComplete="new-password"
			/>
		</Field>
	</fieldset>
);
