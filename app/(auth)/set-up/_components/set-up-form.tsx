"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
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
	const t = useTranslations("auth.setUp");
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
		<PlainForm action="/api/auth/set-up" submit={t("submit")} submitting={t("submitting")}>
			<div ref={box} className="space-y-4">
				{last && (
					<Notice look="bad" alert>
						{t("problem", { message: last.fields.length === 0 ? last.message : t("problems") })}
					</Notice>
				)}
				{knownToken ? (
					<input type="hidden" name="token" value={knownToken} />
				) : (
					<Field label={t("token")} error={tokenError} hint={t("tokenHint")}>
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
	const t = useTranslations("auth.setUp");
	const [name, setName] = useState(typed.agencyName ?? "");
	const [slug, setSlug] = useState(typed.slug ?? "");
	const [isOwnSlug, setIsOwnSlug] = useState((typed.slug ?? "") !== "");
	return (
		<fieldset className="space-y-4 border-t border-line pt-4">
			<legend className="sr-only">{t("agencyGroup")}</legend>
			<Field label={t("agency")} error={errorOf("agencyName")}>
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
			<Field label={t("slug")} error={errorOf("slug")} hint={t("slugHint", { slug: slug || "…" })}>
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

function OwnerFields({ typed, errorOf }: FieldsProps) {
	const t = useTranslations("auth");
	return (
		<fieldset className="space-y-4 border-t border-line pt-4">
			<legend className="sr-only">{t("setUp.ownerGroup")}</legend>
			<Field label={t("yourName")} error={errorOf("name")}>
				<Input name="name" required maxLength={80} autoComplete="name" defaultValue={typed.name} />
			</Field>
			<Field label={t("email")} error={errorOf("email")}>
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
				label={t("password")}
				error={errorOf("password")}
				hint={t("setUp.passwordHint", { min: passwordMin(false) })}
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
}
