import type { PersonRole } from "../permissions.ts";

export const ROLE_WORDS = {
	OWNER: "Owner",
	ADMIN: "Admin",
	MEMBER: "Member",
	MANAGER: "Manager",
	VIEWER: "Viewer",
} as const satisfies Record<PersonRole, string>;
