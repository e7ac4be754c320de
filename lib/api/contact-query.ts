import { z } from "zod";
import { ContactChange } from "#lib/core/crm/contact-fields.ts";

// A plus that a client left as it is arrives as a space, which no address has and no number begins with.
export const QueryEmail = z
	.string()
	.transform((text): string | null => text.trim().replaceAll(" ", "+"))
	.pipe(ContactChange.shape.email.unwrap())
	.optional();

export const QueryPhone = z
	.string()
	.transform((text): string | null => text.replace(/^ (?=[1-9])/, "+"))
	.pipe(ContactChange.shape.phone.unwrap())
	.optional();
