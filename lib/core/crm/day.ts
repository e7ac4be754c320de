import { z } from "zod";

const DAY_ERROR = "Enter a day as year, month and day, such as 1990-09-25.";
const YEAR_MIN = 1000;

/** A day without a time: YYYY-MM-DD. */
export const Day = z.iso
	.date({ error: DAY_ERROR })
	.refine((text) => Number(text.slice(0, 4)) >= YEAR_MIN, { error: DAY_ERROR });
