import { z } from "zod";
import { env, isPlainHttp } from "#lib/config/env.ts";
import type { FieldError } from "#lib/core/errors.ts";

export const TYPED_SET_UP_COOKIE = "latchkey.typed-set-up";

const KEPT_SECONDS = 600;
/** What is kept fits into a cookie whatever was typed. */
const LENGTH_MAX = 120;
const ERRORS_MAX = 5;

export const SET_UP_FIELDS = ["token", "agencyName", "slug", "name", "email"] as const;
type SetUpField = (typeof SET_UP_FIELDS)[number];

const Text = z.string().max(LENGTH_MAX * 2);
const TypedSetUp = z.strictObject({
	typed: z.partialRecord(z.enum(SET_UP_FIELDS), Text),
	message: Text,
	fields: z.array(z.strictObject({ field: Text, message: Text })).max(ERRORS_MAX + 1),
});

export type TypedSetUp = z.output<typeof TypedSetUp>;

const cookie = (value: string, age: number) => {
	const secure = isPlainHttp(env().APP_ORIGIN) ? "" : "; Secure";
	return `${TYPED_SET_UP_COOKIE}=${value}; Path=/set-up; Max-Age=${age}; HttpOnly; SameSite=Lax${secure}`;
};

const cut = (text: string) => [...text.toWellFormed()].slice(0, LENGTH_MAX).join("");

/**
 * Carries what was typed, all but the password, back to the set-up page, with what was wrong with it. Not in the address,
 * which ends up in histories and logs.
 */
export function typedSetUpCookie(
	typed: Record<SetUpField, string>,
	{ message, fields }: { message: string; fields: readonly FieldError[] },
) {
	const kept: TypedSetUp = {
		typed: Object.fromEntries(SET_UP_FIELDS.map((field) => [field, cut(typed[field])])),
		message: cut(message),
		fields: fields.slice(0, ERRORS_MAX).map(({ field, message: text }) => ({ field, message: cut(text) })),
	};
	return cookie(Buffer.from(JSON.stringify(kept)).toString("base64url"), KEPT_SECONDS);
}

export const noTypedSetUpCookie = () => cookie("", 0);

/** What the cookie carries; null when there is none, or one that was not made here. */
export function readTypedSetUp(value: string | undefined): TypedSetUp | null {
	if (!value) return null;
	try {
		const kept: unknown = JSON.parse(Buffer.from(value, "base64url").toString());
		return TypedSetUp.safeParse(kept).data ?? null;
	} catch {
		return null;
	}
}
