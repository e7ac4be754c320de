import { z } from "zod";

/** From when on a contact is in a workflow; at once when it is left out. */
export const EventStart = z
	.object({
		eventStartTime: z.iso
			.datetime({ offset: true, error: "Send a time such as 2026-06-23T03:30:00+01:00.", abort: true })
			.refine((time) => new Date(time).getUTCFullYear() < 10_000, {
				error: "Send a time before the year 10000.",
			})
			.optional(),
	})
	.meta({ id: "EventStart" });

export const startOf = ({ eventStartTime }: z.output<typeof EventStart>) =>
	eventStartTime === undefined ? {} : { startAt: new Date(eventStartTime) };
