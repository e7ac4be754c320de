import { z } from "zod";
import { userChange, userFields, userShape } from "../user.ts";
import { traced } from "./traced.ts";

const User = z.object(userShape).meta({ id: "UserV2" });

export const BareUser = traced("BareUser", userShape);
export const UserList = traced("UserList", { users: z.array(User) });
export const UserSearch = traced("UserSearch", { users: z.array(User), count: z.int() });
export const UserDeleted = traced("UserDeleted", {
	succeded: z.boolean(),
	succeeded: z.boolean().optional(),
	message: z.string(),
});

export const CreateUser = z.object({ ...userFields, companyId: z.string() }).meta({ id: "CreateUserV2" });
export const UpdateUser = z
	.object({ ...userChange, companyId: z.string() })
	.partial()
	.meta({ id: "UpdateUserV2" });

const EMAILS_MAX = 100;

/** Addresses in a list, or in one text with commas between them. */
export const FilterByEmail = z
	.object({
		companyId: z.string().optional(),
		emails: z
			.union([z.string().transform((text) => text.split(",")), z.array(z.string())], {
				error: "Send addresses, with commas between them.",
			})
			.transform((emails) => emails.map((email) => email.trim().toLowerCase()).filter(Boolean))
			.refine((emails) => emails.length > 0 && emails.length <= EMAILS_MAX, {
				error: `Send 1 to ${EMAILS_MAX} addresses.`,
			}),
		skip: z.coerce.number().int().min(0).max(1_000_000).default(0),
		limit: z.coerce.number().int().min(1).max(100).default(25),
	})
	.meta({ id: "FilterByEmail" });
