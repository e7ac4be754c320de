import { z } from "zod";

const DAY_ERROR = "Enter a day as year, month and day, such as 1990-09-25.";
const YEAR_MIN = 1000;
const DAY_AND_TIME = /^\d{4}-\d\d-\d\dT/;

/** A day: YYYY-MM-DD. Of a day with a time, as programs like to send it, the time is left away. */
export const Day = z
	.string({ error: DAY_ERROR })
	.transform((given) => (DAY_AND_TIME.test(given) ? given.slice(0, 10) : given))
	.pipe(z.iso.date({ error: DAY_ERROR }))
	.refine((text) => Number(text.slice(0, 4)) >= YEAR_MIN, { error: DAY_ERROR });
