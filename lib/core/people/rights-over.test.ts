import { expect, test } from "vitest";
import type { PersonRole } from "../permissions.ts";
import type { PersonSummary } from "./person.ts";
import { type RightsOver, rightsAtLocation, rightsInAgency } from "./rights-over.ts";

const person = (facts: Partial<PersonSummary>): PersonSummary => ({
	id: "1",
	name: "Ada",
	email: "ada@example.test",
	isYou: false,
	agencyRole: null,
	locationRoles: [],
	lastSeenAt: null,
	hasSecondFactor: false,
	...facts,
});
const at = (role: "MANAGER" | "VIEWER") => ({ locationRoles: [{ id: "l", name: "L", role }] });
const offered = (rights: RightsOver) =>
	Object.entries(rights)
		.filter(([, may]) => may)
		.map(([name]) => name);

test.each([
	["OWNER", { agencyRole: "OWNER" }, ["changeRole", "remove", "resetPassword"]],
	["OWNER", { agencyRole: "ADMIN" }, ["changeRole", "remove", "handOver", "resetPassword"]],
	["OWNER", { agencyRole: "OWNER", isYou: true }, ["changeRole", "leave"]],
	["OWNER", at("VIEWER"), ["remove", "resetPassword"]],
	["ADMIN", { agencyRole: "OWNER" }, []],
	["ADMIN", { agencyRole: "ADMIN" }, ["changeRole", "remove"]],
	["ADMIN", at("MANAGER"), ["remove"]],
	["MEMBER", { agencyRole: "MEMBER" }, []],
	["MEMBER", { agencyRole: "MEMBER", isYou: true }, ["leave"]],
] as const)("in the agency %s is offered about %j: %j", (own: PersonRole, facts, rights) => {
	expect(offered(rightsInAgency(own, person(facts as Partial<PersonSummary>)))).toEqual(rights);
});

test.each([
	["MANAGER", at("MANAGER"), ["changeRole", "remove"]],
	["MANAGER", { ...at("MANAGER"), isYou: true }, ["changeRole", "leave"]],
	["MANAGER", { agencyRole: "OWNER" }, []],
	["ADMIN", at("MANAGER"), ["changeRole", "remove"]],
	["ADMIN", { agencyRole: "ADMIN", isYou: true }, []],
	["MEMBER", at("VIEWER"), []],
] as const)("at a location %s is offered about %j: %j", (own: PersonRole, facts, rights) => {
	expect(offered(rightsAtLocation(own, person(facts as Partial<PersonSummary>)))).toEqual(rights);
});
