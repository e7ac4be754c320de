import { z } from "zod";

const Nothing = z.strictObject({});

/** Every job by its name, with what it is told. What a job does is in lib/jobs/handlers. */
export const JOBS = {
	/** Forgets what is over: sessions, tokens, signatures, silent processes. */
	"keep-house": Nothing,
	/** Gives notices to the people of keys that nobody uses, and deletes those whose notices were all given. */
	"sweep-inactivity": Nothing,
	/** Gives notices of dates on which keys expire, and of secrets that are due for rotation. */
	"sweep-expiry": Nothing,
	/** Deletes for good what has been in the trash for 30 days. */
	"purge-trash": Nothing,
	/** Starts `deliver-webhooks` wherever something is due, also what a process that died has left. */
	"find-due-webhooks": Nothing,
	"deliver-webhooks": z.strictObject({ agencyId: z.uuid(), endpointId: z.uuid() }),
	/** Queues `run-workflow` for every run that is due, also what a process that died has left. */
	"find-due-runs": Nothing,
	/** Takes the steps of one run that are due. */
	"run-workflow": z.strictObject({ agencyId: z.uuid(), runId: z.uuid() }),
	/** Tells webhooks of keys that were used from addresses that are new for them; each under an id that its event gets. */
	"tell-new-addresses": z.strictObject({
		keys: z.array(
			z.strictObject({
				eventId: z.uuid(),
				agencyId: z.uuid(),
				keyId: z.uuid(),
				addresses: z.array(z.string().max(64)),
			}),
		),
	}),
	/** Mails people what they want mailed. */
	"mail-notifications": Nothing,
	/** Revokes keys that somebody has found in public. Digests under every pepper, as base64url; never texts of keys. */
	"revoke-leaked": z.strictObject({
		digests: z.array(z.string().max(64)),
		note: z.string(),
		url: z.string().nullable(),
	}),
} as const;

export type JobName = keyof typeof JOBS;
export type JobPayload<Name extends JobName> = z.output<(typeof JOBS)[Name]>;

const SCHEMAS: { readonly [Name in JobName]: z.ZodType<JobPayload<Name>> } = JOBS;

/** Reads what a job of this name is told. */
export const payloadSchemaOf = <Name extends JobName>(name: Name): z.ZodType<JobPayload<Name>> =>
	SCHEMAS[name];

export const JOB_NAMES = Object.keys(JOBS) as JobName[];
