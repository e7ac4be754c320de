import type { JobName } from "#lib/core/jobs.ts";
import { deliverWebhooks } from "./handlers/deliver-webhooks.ts";
import { findDueRuns } from "./handlers/find-due-runs.ts";
import { findDueWebhooks } from "./handlers/find-due-webhooks.ts";
import { keepHouse } from "./handlers/keep-house.ts";
import { mailNotifications } from "./handlers/mail-notifications.ts";
import { purgeTrash } from "./handlers/purge-trash.ts";
import { revokeLeaked } from "./handlers/revoke-leaked.ts";
import { runWorkflow } from "./handlers/run-workflow.ts";
import { sweepExpiry } from "./handlers/sweep-expiry.ts";
import { sweepInactivity } from "./handlers/sweep-inactivity.ts";
import { tellNewAddresses } from "./handlers/tell-new-addresses.ts";
import type { Handler } from "./job.ts";

type Handlers = { [Name in JobName]: Handler<Name> };

/** What does each job. */
const HANDLERS: Handlers = {
	"keep-house": keepHouse,
	"sweep-inactivity": sweepInactivity,
	"sweep-expiry": sweepExpiry,
	"purge-trash": purgeTrash,
	"find-due-webhooks": findDueWebhooks,
	"deliver-webhooks": deliverWebhooks,
	"find-due-runs": findDueRuns,
	"run-workflow": runWorkflow,
	"tell-new-addresses": tellNewAddresses,
	"mail-notifications": mailNotifications,
	"revoke-leaked": revokeLeaked,
};

export const handlerOf = <Name extends JobName>(name: Name): Handlers[Name] => HANDLERS[name];
