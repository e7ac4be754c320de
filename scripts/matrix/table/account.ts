import type { ActionRow } from "../rows.ts";
import { PASSWORD } from "../stage.ts";

export const ACCOUNT_ACTIONS: ActionRow[] = [
	{
		kind: "account",
		name: "app/(console)/step-up/actions.ts#stepUpAction",
		changes: true,
		input: async () => ({ password: PASSWORD }),
	},
];
