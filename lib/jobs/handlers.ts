import type { JobName } from "#lib/core/jobs.ts";
import { keepHouse } from "./handlers/keep-house.ts";
import type { Handler } from "./job.ts";

type Handlers = { [Name in JobName]: Handler<Name> };

/** What does each job. */
export const HANDLERS = {
	"keep-house": keepHouse,
} satisfies Partial<Handlers>;

export type HandledName = keyof typeof HANDLERS;

export const HANDLED_NAMES = Object.keys(HANDLERS) as HandledName[];

const byName: Pick<Handlers, HandledName> = HANDLERS;

export const handlerOf = <Name extends HandledName>(name: Name): Handlers[Name] => byName[name];
