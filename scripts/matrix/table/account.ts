import { newId } from "#lib/core/ids.ts";
import { newOneTimeToken } from "#lib/core/one-time-token.ts";
import type { AccountContext } from "#lib/data/context.ts";
import { insertToken, type TokenKind } from "#lib/data/one-time-tokens.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { beginSecondFactor } from "#lib/services/second-factor/begin.ts";
import { codeAt, setUpSecondFactor } from "#lib/testing/account.ts";
import { makePerson } from "#lib/testing/factories.ts";
import type { AccountAction, ActionRow } from "../rows.ts";
import { anotherSession, type Caller, NEXT_PASSWORD, PASSWORD, restoreCast, type Stage } from "../stage.ts";

const FILE = "app/(console)/account/actions.ts";
const STEP_UP = "app/(console)/step-up/actions.ts#stepUpAction";
const HOUR_MS = 3_600_000;

type Person = { id: string; email: string };

/** How services are told that it is this caller. Who is nobody has an account of no caller's in their place. */
async function accountOf({ world }: Stage, { person, grants }: Caller): Promise<AccountContext> {
	const { id, email } = (grants && person) ?? (await makePerson(world));
	return {
		database: world.database,
		person: { id, email, name: "Somebody", language: null },
		sessionId: newId(),
		now: new Date(),
		address: "127.0.0.1",
		steppedUp: true,
	};
}

/** A token of a link, which only this person can use. */
export async function tokenFor({ world }: Stage, kind: TokenKind, person: Person) {
	const { token, digest } = newOneTimeToken();
	const createdAt = new Date();
	const expiresAt = new Date(createdAt.getTime() + HOUR_MS);
	const detail = kind === "EMAIL_CHANGE" && { detail: `${newId()}@matrix.test` };
	const row = { id: newId(), kind, userId: person.id, digest, ...detail, createdAt, expiresAt };
	await transactAs(world.database, { personId: person.id }, (tx) => insertToken(tx, row));
	return token;
}

async function sessionOf({ world }: Stage, person: Person) {
	await anotherSession(world, person.id);
	const { rows } = await world.owner.query<{ id: string }>(
		"select id from sessions where user_id = $1 order by created_at desc limit 1",
		[person.id],
	);
	return rows[0]?.id;
}

const row = (
	verb: string,
	{ variant, ...rest }: Partial<AccountAction> & Pick<AccountAction, "input">,
): ActionRow => ({
	kind: "account",
	name: verb === STEP_UP ? STEP_UP : `${FILE}#${verb}`,
	...(variant !== undefined && { variant }),
	changes: rest.refusedAs === undefined,
	undo: restoreCast,
	...rest,
});

const SECOND_FACTOR: ActionRow[] = [
	row("beginSecondFactorAction", { stepUp: true, input: async () => undefined }),
	row("confirmSecondFactorAction", {
		stepUp: true,
		async input(stage, caller) {
			const account = await accountOf(stage, caller);
			const { seed } = await beginSecondFactor(account);
			return { code: await codeAt(seed, account.now) };
		},
	}),
	...["disableSecondFactorAction", "renewRecoveryCodesAction"].map((verb) =>
		row(verb, {
			stepUp: true,
			async input(stage, caller) {
				await setUpSecondFactor(await accountOf(stage, caller));
				return undefined;
			},
		}),
	),
];

const EMAIL: ActionRow[] = [
	row("changeEmailAction", {
		stepUp: true,
		input: async () => ({ email: `${newId()}@matrix.test` }),
	}),
	row("confirmEmailAction", {
		input: async (stage, caller) => ({
			token: await tokenFor(stage, "EMAIL_CHANGE", (await accountOf(stage, caller)).person),
		}),
	}),
	row("confirmEmailAction", {
		variant: "another's link",
		refusedAs: "conflict",
		input: async (stage) => ({ token: await tokenFor(stage, "EMAIL_CHANGE", await makePerson(stage.world)) }),
	}),
];

const SESSIONS: ActionRow[] = [
	row("endSessionAction", {
		input: async (stage, caller) => ({
			sessionId: await sessionOf(stage, (await accountOf(stage, caller)).person),
		}),
	}),
	row("endSessionAction", {
		variant: "another's",
		refusedAs: "not_found",
		input: async (stage) => ({ sessionId: await sessionOf(stage, await makePerson(stage.world)) }),
	}),
	row("endOtherSessionsAction", { input: async () => undefined }),
];

export const ACCOUNT_ACTIONS: ActionRow[] = [
	row(STEP_UP, { input: async () => ({ password: PASSWORD }) }),
	row("chooseMailAction", { input: async () => ({ mail: "DAILY" }) }),
	row("changeNameAction", { input: async () => ({ name: `Name ${newId()}` }) }),
	row("changePasswordAction", { input: async () => ({ current: PASSWORD, next: NEXT_PASSWORD }) }),
	...EMAIL,
	...SECOND_FACTOR,
	...SESSIONS,
];
