import { z } from "zod";

/** What the server tells whoever has started it. */
export const Report = z.discriminatedUnion("latchkey", [
	z.object({ latchkey: z.literal("ready") }),
	z.object({ latchkey: z.literal("rolling"), done: z.number(), of: z.number() }),
	z.object({ latchkey: z.literal("rolled") }),
	z.object({ latchkey: z.literal("roll failed"), reason: z.string() }),
]);

export type Report = z.infer<typeof Report>;

/** What its launcher asks of the server: new workers with these variables, one after another. */
export const Order = z.object({ latchkey: z.literal("roll"), env: z.record(z.string(), z.string()) });

export type Order = z.infer<typeof Order>;

/** Does nothing in a process that was started without a channel. */
export const tell = (report: Report) => void (process.connected && process.send?.(report));
