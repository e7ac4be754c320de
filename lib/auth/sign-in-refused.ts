import { CredentialsSignin } from "next-auth";

/** Why a sign-in did not happen, in the words of the sign-in page's `error` parameter. */
export type SignInProblem = "credentials" | "code" | "ticket" | "throttled" | "busy";

export class SignInRefused extends CredentialsSignin {
	constructor(problem: SignInProblem) {
		super();
		this.code = problem;
	}
}

/** The password was right; the ticket says so to whoever then shows a code. */
export class CodeNeeded extends CredentialsSignin {
	readonly ticket: string;
	constructor(ticket: string) {
		super();
		this.code = "code_needed";
		this.ticket = ticket;
	}
}
