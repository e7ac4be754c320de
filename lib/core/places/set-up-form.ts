import { z } from "zod";
import { Email } from "#lib/core/people/email.ts";
import { Slug } from "#lib/core/places/slug-field.ts";
import { slugOf } from "#lib/core/slug.ts";
import { singleLine } from "#lib/core/text.ts";
import { PLACE_NAME_MAX } from "./name-length.ts";
import { AgencyName } from "./names.ts";

const EMAIL_HINT = "Enter an e-mail address such as you@example.com.";
const SLUG_HINT = "Use lower-case letters, digits and single hyphens, up to 60 characters.";

/** What the first person types: an agency without an address name gets one made from its name. */
export const SetUpForm = z
	.strictObject({
		agencyName: AgencyName,
		slug: z
			.string()
			.trim()
			.refine((text) => text === "" || Slug.safeParse(text).success, { error: SLUG_HINT }),
		name: singleLine(PLACE_NAME_MAX, "Your name"),
		email: z
			.string()
			.refine((text) => Email.safeParse(text).success, { error: EMAIL_HINT, abort: true })
			.pipe(Email),
		password: z
			.string()
			.min(1, { error: "Choose a password." })
			.max(128, { error: "A password has up to 128 characters." }),
	})
	.transform((form) => ({ ...form, slug: form.slug || slugOf(form.agencyName, "agency") }));

export type SetUpForm = z.output<typeof SetUpForm>;
