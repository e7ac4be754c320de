/** What is said of keys and runs on many screens, each word once. */
export const words = {
	/** Of a key. */
	status: {
		Active: "Active",
		Inactive: "Inactive",
		Expired: "Expired",
		Revoked: "Revoked",
		Trash: "In the trash",
	},
	/** On a use of a key. */
	verdict: {
		VALID: "Allowed",
		REVOKED: "Revoked",
		DISABLED: "Switched off",
		EXPIRED: "Expired",
		SUSPENDED: "Suspended",
		FORBIDDEN: "Address, location or signature",
		INSUFFICIENT_PERMISSIONS: "Missing scope",
		RATE_LIMITED: "Rate limit",
		USAGE_EXCEEDED: "No credits",
	},
	/** Of a workflow. */
	run: {
		RUNNING: "Running",
		DONE: "Done",
		FAILED: "Failed",
		STOPPED: "Stopped",
	},
	/** How far a change of keys has come. */
	propagation: {
		confirmed: {
			ends: "No process accepts it any more.",
			alters: "Every process goes by it now.",
			begins: "Every process knows of it.",
			replaces: "Every process goes by it now.",
			closes: "No process accepts its keys any more.",
			opens: "Every process knows of it.",
		},
		until: {
			ends: "{laggards, plural, =0 {Nobody could be asked to confirm: a process may accept the key until {time}.} one {One process has not confirmed yet and may accept the key until {time}.} other {# processes have not confirmed yet and may accept the key until {time}.}}",
			alters:
				"{laggards, plural, =0 {Nobody could be asked to confirm: a process may go by the key's old settings until {time}.} one {One process has not confirmed yet and may go by the key's old settings until {time}.} other {# processes have not confirmed yet and may go by the key's old settings until {time}.}}",
			begins:
				"{laggards, plural, =0 {Nobody could be asked to confirm: a process may refuse the key until {time}.} one {One process has not confirmed yet and may refuse the key until {time}.} other {# processes have not confirmed yet and may refuse the key until {time}.}}",
			replaces:
				"{laggards, plural, =0 {Nobody could be asked to confirm: a process may accept a secret that has ended until {time}.} one {One process has not confirmed yet and may accept a secret that has ended until {time}.} other {# processes have not confirmed yet and may accept a secret that has ended until {time}.}}",
			closes:
				"{laggards, plural, =0 {Nobody could be asked to confirm: a process may accept its keys until {time}.} one {One process has not confirmed yet and may accept its keys until {time}.} other {# processes have not confirmed yet and may accept its keys until {time}.}}",
			opens:
				"{laggards, plural, =0 {Nobody could be asked to confirm: a process may refuse its keys until {time}.} one {One process has not confirmed yet and may refuse its keys until {time}.} other {# processes have not confirmed yet and may refuse its keys until {time}.}}",
		},
	},
} as const;
