import { z } from "zod";

const NamedLimit = z.strictObject({
	name: z.string(),
	max: z.int(),
	/** How long its windows are; parts of a second count. */
	seconds: z.number(),
	/** Whether every use counts against it, or those alone that name it. */
	autoApply: z.boolean(),
});

export type NamedLimit = z.output<typeof NamedLimit>;

/**
 * What a program calls a key's own limit, and the limits that it names besides. What is not there says nothing. Unlike
 * the key's own, they are counted in windows by name.
 */
export const ProgramLimits = z.strictObject({
	own: z.string().optional(),
	named: z.array(NamedLimit).optional(),
});
export type ProgramLimits = z.output<typeof ProgramLimits>;

/** What a key's own limit is called where no program named it. */
export const OWN_LIMIT = "default";
