import type { JobName } from "#lib/core/jobs.ts";
import { deliverWebhooks } from "./handlers/deliver-webhooks.ts";
import { findDueWebhooks } from "./handlers/find-due-webhooks.ts";
import { keepHouse } from "./handlers/keep-house.ts";
import { tellNewAddresses } from "./handlers/tell-new-addresses.ts";
import type { Handler } from "./job.ts";

type Handlers = { [Name in JobName]: Handler<Name> };

/** What does each job. */
export const HANDLERS = {
	"keep-house": keepHouse,
	"find-due-webhooks": findDueWebhooks,
	"deliver-webhooks": deliverWebhooks,
	"tell-new-addresses": tellNewAddresses,
} satisfies Partial<Handlers>;

export type HandledName = keyof typeof HANDLERS;

export const HANDLED_NAMES = Object.keys(HANDLERS) as HandledName[];

const byName: Pick<Handlers, HandledName> = HANDLERS;

export const handlerOf = <Name extends HandledName>(name: Name): Handlers[Name] => byName[name];
