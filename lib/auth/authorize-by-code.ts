import "server-only";
import { after } from "next/server";
import { z } from "zod";
import { log } from "#lib/config/log.ts";
import { AppError } from "#lib/core/errors.ts";
import { TokenText } from "#lib/core/one-time-token.ts";
import { TypedCode } from "#lib/core/people/second-factor.ts";
import { database } from "#lib/data/client.ts";
import { tellAccountEvent } from "#lib/mail/account-mails.ts";
import { recordRefusedSignIn } from "#lib/services/audit/record-refusal.ts";
import { findTicketHolder, redeemTicket, tearUpTicket } from "#lib/services/second-factor/ticket.ts";
import { startCheckedSession } from "#lib/services/sessions/start.ts";
import { SignInRefused } from "./sign-in-refused.ts";
import { admitAttempt, countWrongCode, forgiveAttempt } from "./throttle.ts";
import { Visitor } from "./visitor.ts";

const TicketForm = Visitor.extend({ ticket: TokenText, code: z.unknown() });

/** The second half of a sign-in: whoever holds a ticket shows a code. */
export async function authorizeByCode(input: unknown) {
	const form = TicketForm.safeParse(input);
	if (!form.success) throw new SignInRefused("ticket");
	try {
		return await exchange(form.data, new Date());
	} catch (error) {
		throw error instanceof AppError ? new SignInRefused("busy") : error;
	}
}

async function exchange(form: z.output<typeof TicketForm>, now: Date) {
	const { ticket, address, client, language } = form;
	const holder = await findTicketHolder(database(), ticket, now);
	if (!holder) throw new SignInRefused("ticket");
	const attempt = { email: `second-factor ${holder.id}`, address };
	if (!(await admitAttempt(attempt))) {
		log().warn({ address }, "sign-in throttled");
		throw new SignInRefused("throttled");
	}
	const code = TypedCode.safeParse(form.code);
	const redeemed = code.success
		? await redeemTicket(database(), { ticket, code: code.data, address }, now)
		: null;
	if (!redeemed) {
		log().info({ address }, "second factor refused");
		after(() => recordRefusedSignIn(database(), { email: holder.email, address }, new Date()));
		const wasLast = await countWrongCode(ticket);
		if (wasLast) await tearUpTicket(database(), ticket, now);
		throw new SignInRefused(wasLast ? "ticket" : "code");
	}
	await forgiveAttempt(attempt);
	const { person, checked, proof } = redeemed;
	// This sign-in keeps its language with a person who had none.
	const reader = { ...person, language: person.language ?? language };
	if (proof === "recovery_code") after(() => tellAccountEvent(reader, "recoveryCodeUsed"));
	const sid = await startCheckedSession(database(), checked, { address, client, language }, now);
	return { ...person, sid };
}
