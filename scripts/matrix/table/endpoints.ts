import { newId } from "#lib/core/ids.ts";
import { generateSecret } from "#lib/core/keys/format.ts";
import { findSetUpToken } from "#lib/services/agencies/find-set-up-token.ts";
import { invite } from "#lib/services/invitations/invite.ts";
import { makePerson } from "#lib/testing/factories.ts";
import { tokenIn } from "#lib/testing/people.ts";
import type { Reply } from "../client.ts";
import type { EndpointRow, FormRow } from "../rows.ts";
import { anotherSession, PASSWORD, personNamed } from "../stage.ts";
import { tokenFor } from "./account.ts";

const newEmail = () => `${newId()}@matrix.test`;

export const FORM_ROUTES: FormRow[] = [
	{
		route: "/api/auth/sign-in",
		page: "/sign-in",
		async post(stage) {
			const { email } = personNamed(stage, "OWNER");
			return { cookie: null, body: new URLSearchParams({ email, password: PASSWORD }).toString() };
		},
	},
	{
		route: "/api/auth/sign-out",
		page: null,
		async post(stage) {
			return { cookie: await anotherSession(stage.world, personNamed(stage, "VIEWER").id), body: "" };
		},
	},
	{
		route: "/api/auth/set-up",
		page: "/set-up",
		async post({ world }) {
			await world.owner.query("update installation set set_up_at = null");
			const token = (await findSetUpToken(world.database)) ?? "";
			const slug = `agency-${newId()}`;
			const form = { token, agencyName: slug, slug, name: "Somebody", email: newEmail(), password: PASSWORD };
			return { cookie: null, body: new URLSearchParams(form).toString() };
		},
	},
	{
		route: "/api/auth/invitation",
		page: "/invitation",
		async post({ home }) {
			const offer = { locationId: null, role: "MEMBER" as const };
			const sent = await invite(home.owner(), { email: newEmail(), offer });
			const form = { token: tokenIn(sent), name: "Somebody", password: PASSWORD };
			return { cookie: null, body: new URLSearchParams(form).toString() };
		},
	},
	{
		route: "/api/auth/reset-password",
		page: "/reset-password",
		async post(stage) {
			const token = await tokenFor(stage, "PASSWORD_RESET", await makePerson(stage.world));
			return { cookie: null, body: new URLSearchParams({ token, password: PASSWORD }).toString() };
		},
	},
	{
		route: "/api/auth/language",
		page: null,
		async post(stage) {
			const cookie = await anotherSession(stage.world, personNamed(stage, "VIEWER").id);
			return { cookie, body: new URLSearchParams({ language: "en", back: "/sign-in" }).toString() };
		},
	},
	{
		route: "/api/auth/report-leak",
		page: "/report-leak",
		async post() {
			const found = generateSecret("AGENCY").plaintext;
			return { cookie: null, body: new URLSearchParams({ found }).toString() };
		},
	},
];

const memberOf = (reply: Reply, name: string): unknown =>
	reply.status === 200 && JSON.parse(reply.body)[name];

const get = (path: string) => () => ({ path });

export const ENDPOINTS: EndpointRow[] = [
	{
		route: "/api/[...rest]",
		about: null,
		credential: null,
		ask: get("/api/v2/nobody-claims-this"),
		isYes: ({ status }) => status === 404,
	},
	{ route: "/api/health/live", about: null, credential: null, ask: get("/api/health/live") },
	{ route: "/api/health/ready", about: null, credential: null, ask: get("/api/health/ready") },
	{ route: "/api/v1/me", about: null, credential: { scope: null }, ask: get("/api/v1/me") },
	{ route: "/api/v2/keys/me", about: null, credential: { scope: null }, ask: get("/api/v2/keys/me") },
	{
		route: "/api/v2/forward-auth",
		about: "location",
		credential: { scope: null },
		ask: (id) => ({ path: `/api/v2/forward-auth?location=${id}` }),
	},
	{
		route: "/api/v2/keys/verify",
		about: "key",
		credential: { scope: "keys.verify" },
		ask: (key) => ({
			method: "POST",
			path: "/api/v2/keys/verify",
			headers: { "Content-Type": "application/json" },
			body: JSON.stringify({ key }),
		}),
		isYes: (reply) => memberOf(reply, "valid") === true,
	},
	{
		route: "/api/v2/keys/report-leak",
		about: null,
		credential: null,
		ask: () => ({
			method: "POST",
			path: "/api/v2/keys/report-leak",
			headers: { "Content-Type": "application/json" },
			body: JSON.stringify({ keys: [generateSecret("LOCATION").plaintext] }),
		}),
		isYes: ({ status }) => status === 202,
	},
	{
		route: "/api/v2/introspect",
		about: "key",
		credential: { scope: "keys.verify" },
		ask: (token) => ({
			method: "POST",
			path: "/api/v2/introspect",
			headers: { "Content-Type": "application/x-www-form-urlencoded" },
			body: new URLSearchParams({ token }).toString(),
		}),
		isYes: (reply) => memberOf(reply, "active") === true,
	},
];
