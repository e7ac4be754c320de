const DAY_MS = 86_400_000;

/** An agency that has them all behind it is led through them no longer than this. */
const NEW_DAYS = 30;

export const FIRST_STEPS = ["location", "key", "verify", "invite"] as const;
export type FirstStepName = (typeof FIRST_STEPS)[number];
export type FirstStep = { name: FirstStepName; done: boolean };

type Facts = {
	hasKey: boolean;
	hasVerified: boolean;
	hasInvited: boolean;
	hasLocation: boolean;
	agencyCreatedAt: Date;
	/** Whether the reader has put them away. */
	hasEnded: boolean;
};

/** The first steps to show; null when there is no use in them. */
export function firstStepsOf(facts: Facts, now: Date): FirstStep[] | null {
	const done: Record<FirstStepName, boolean> = {
		location: facts.hasLocation,
		key: facts.hasKey,
		verify: facts.hasVerified,
		invite: facts.hasInvited,
	};
	const steps = FIRST_STEPS.map((name) => ({ name, done: done[name] }));
	const isNew = now.getTime() - facts.agencyCreatedAt.getTime() < NEW_DAYS * DAY_MS;
	return facts.hasEnded || (!isNew && steps.every((step) => step.done)) ? null : steps;
}
