export const mails = {
	hello: "Hello {name},",
	notYou: "If it was not you, set a new password at {address} and tell an owner of your agency.",
	account: {
		password: {
			subject: "Your password was changed",
			text: "The password of your Latchkey account was changed.",
		},
		secondFactorOn: {
			subject: "Your second factor is on",
			text: "A second factor was set up for your Latchkey account.",
		},
		secondFactorOff: {
			subject: "Your second factor is off",
			text: "The second factor of your Latchkey account was switched off.",
		},
		recoveryCodes: {
			subject: "You have new recovery codes",
			text: "New recovery codes were made for your Latchkey account; the ones before count no more.",
		},
		recoveryCodeUsed: {
			subject: "A recovery code was used",
			text: "A recovery code was used in place of the second factor of your Latchkey account.",
		},
	},
	email: {
		changed: {
			subject: "Your sign-in address was changed",
			text: "You sign in to Latchkey as {next} from now on; this address is no longer used.",
			notYou: "If it was not you, tell an owner of your agency at once.",
		},
		asked: {
			subject: "Your sign-in address is about to change",
			text: "Somebody signed in as you asked to sign in as {next} from now on. The link that was sent there does it.",
		},
		confirm: {
			subject: "Confirm your new sign-in address",
			text: "Open this link within 24 hours to sign in to Latchkey with this address from now on:",
			notYou: "If you did not ask for it, there is nothing to do.",
		},
	},
	reset: {
		subject: "Set a new password",
		text: "Open this link within an hour to set a new password for Latchkey. It works once:",
		notYou: "If you did not ask for it, there is nothing to do: your password stays as it is.",
	},
	invitation: {
		toAgency: "Invitation to {agency}",
		toLocation: "Invitation to {location} of {agency}",
		open: "Open this link to accept:",
		once: "It works once, for {email}, until {until}.",
		unexpected: "If you did not expect this, do nothing and delete this mail.",
	},
	news: {
		subject: "{count, plural, one {# new notification} other {# new notifications}}",
		more: "And {count, number} more: {address}",
		why: "You get this mail because you chose so at {address}, where you can switch it off.",
	},
} as const;
