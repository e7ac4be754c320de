import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { StepUpProvider } from "#components/actions/step-up.tsx";
import { ConnectionBanner } from "#components/shell/connection-banner.tsx";
import { ConsoleHeader } from "#components/shell/console-header.tsx";
import { FocusOnArrival } from "#components/shell/focus-on-arrival.tsx";
import { TextsFor } from "#components/texts/texts-for.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { accountOf, requireViewer } from "#lib/auth/require-context.ts";
import { countUnread } from "#lib/services/notifications/count-unread.ts";
import { UndoActionsProvider } from "./_components/undo-actions.tsx";
import { restoreKeyAction, setKeyEnabledAction } from "./agencies/[agency]/keys/actions.ts";
import { resumeLocationAction } from "./agencies/[agency]/locations/actions.ts";
import { setWebhookEnabledAction } from "./agencies/[agency]/webhooks/actions.ts";
import { stepUpAction } from "./step-up/actions.ts";

const UNDO_ACTIONS = { setKeyEnabledAction, restoreKeyAction, resumeLocationAction, setWebhookEnabledAction };

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
	const viewer = await requireViewer();
	const { person, places, hasSecondFactor } = viewer;
	const t = await textsOf("shell");
	const unread = await countUnread(await accountOf(viewer));

	return (
		<>
			<a
				href="#main"
				className="fixed top-2 start-2 z-60 -translate-y-20 rounded-md bg-accent px-3 py-2 text-sm font-medium text-on-accent focus:translate-y-0"
			>
				{t("skip")}
			</a>
			<TextsFor areas={["palette"]}>
				<ConsoleHeader
					person={person}
					places={places.map(({ agency, role, locations }) => ({ agency, role, locations }))}
					notifications={{ unread }}
				/>
			</TextsFor>
			<ConnectionBanner />
			<FocusOnArrival />
			<main id="main" tabIndex={-1} className="flex-1 outline-none">
				<StepUpProvider confirm={stepUpAction} hasSecondFactor={hasSecondFactor}>
					<UndoActionsProvider actions={UNDO_ACTIONS}>
						<NuqsAdapter>{children}</NuqsAdapter>
					</UndoActionsProvider>
				</StepUpProvider>
			</main>
		</>
	);
}
