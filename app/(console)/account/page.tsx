import type { Metadata } from "next";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { accountOf, requireViewer } from "#lib/auth/require-context.ts";
import { describeDevice } from "#lib/core/people/device.ts";
import { isMailConfigured } from "#lib/mail/send.ts";
import { readMailChoice } from "#lib/services/notifications/settings.ts";
import { describeSecondFactor } from "#lib/services/second-factor/describe.ts";
import { listSessions } from "#lib/services/sessions/list.ts";
import { NotificationsPanel } from "./_components/notifications-panel.tsx";
import { PasswordPanel } from "./_components/password-panel.tsx";
import { ProfilePanel } from "./_components/profile-panel.tsx";
import { SecondFactorPanel } from "./_components/second-factor-panel.tsx";
import { SessionsPanel } from "./_components/sessions-panel.tsx";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
	const viewer = await requireViewer();
	const account = await accountOf(viewer);
	const [protection, sessions, mail] = await Promise.all([
		describeSecondFactor(account.database, viewer.person.id),
		listSessions(account),
		readMailChoice(account),
	]);
	const { name, email } = viewer.person;
	return (
		<PageFrame narrow title="Your account" text="Who you are here, how you sign in, and how you are told.">
			<div className="space-y-4 sm:space-y-6">
				<ProfilePanel name={name} email={email} sendsLink={isMailConfigured()} />
				<PasswordPanel
					changedAt={protection.passwordChangedAt}
					hasSecondFactor={protection.since !== null}
					email={email}
				/>
				<SecondFactorPanel {...protection} />
				<NotificationsPanel key={mail} mail={mail} email={email} isMailConfigured={isMailConfigured()} />
				<SessionsPanel
					sessions={sessions.map(({ client, ...session }) => ({
						...session,
						device: describeDevice(client),
					}))}
				/>
			</div>
		</PageFrame>
	);
}
