import { z } from "zod";

const YEARS = { first: 1970, last: 2999 };
const SUCH_AS = `Send a time such as 2026-06-23T03:30:00Z, from ${YEARS.first} to ${YEARS.last}.`;

/** A moment that somebody asks about. The database does not know years such as 0 and 10000, which ISO 8601 can write. */
export const askedMoment = (error = SUCH_AS) =>
	z.iso
		.datetime({ offset: true, error })
		.transform((text) => new Date(text))
		.refine((moment) => isInYears(moment.getUTCFullYear()), { error });

const isInYears = (year: number) => year >= YEARS.first && year <= YEARS.last;
