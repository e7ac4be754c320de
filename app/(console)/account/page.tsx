import type { Metadata } from "next";
import { LanguageChoice } from "#components/shell/language-choice.tsx";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { LANGUAGES_OFFERED } from "#components/texts/languages-offered.ts";
import { languageOf, textsOf } from "#components/texts/texts-of.ts";
import type { Translator } from "#components/texts/translator.ts";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { accountOf, requireViewer } from "#lib/auth/require-context.ts";
import { type Device, readDevice } from "#lib/core/people/device.ts";
import type { Language } from "#lib/core/texts/languages.ts";
import { languageFor } from "#lib/mail/reader.ts";
import { isMailConfigured } from "#lib/mail/send.ts";
import { readMailChoice } from "#lib/services/notifications/settings.ts";
import { describeSecondFactor } from "#lib/services/second-factor/describe.ts";
import { listSessions } from "#lib/services/sessions/list.ts";
import { NotificationsPanel } from "./_components/notifications-panel.tsx";
import { PasswordPanel } from "./_components/password-panel.tsx";
import { ProfilePanel } from "./_components/profile-panel.tsx";
import { SecondFactorPanel } from "./_components/second-factor-panel.tsx";
import { SessionsPanel } from "./_components/sessions-panel.tsx";

export async function generateMetadata(): Promise<Metadata> {
	const t = await textsOf("account");
	return { title: t("title") };
}

export default async function AccountPage() {
	const viewer = await requireViewer();
	const account = await accountOf(viewer);
	const [protection, sessions, mail] = await Promise.all([
		describeSecondFactor(account.database, viewer.person.id),
		listSessions(account),
		readMailChoice(account),
	]);
	const t = await textsOf("account");
	const { name, email } = viewer.person;
	const [mailLanguage, pageLanguage] = [languageFor(viewer.person), await languageOf()];
	return (
		<PageFrame narrow title={t("title")} text={t("text")}>
			<div className="space-y-4 sm:space-y-6">
				<ProfilePanel name={name} email={email} sendsLink={isMailConfigured()} />
				<PasswordPanel
					changedAt={protection.passwordChangedAt}
					hasSecondFactor={protection.since !== null}
					email={email}
				/>
				<SecondFactorPanel {...protection} />
				<NotificationsPanel key={mail} mail={mail} email={email} isMailConfigured={isMailConfigured()} />
				{LANGUAGES_OFFERED.length > 1 && (
					<Panel title={t("language.title")} text={t("language.text")}>
						<PanelBody className="space-y-3">
							<LanguageChoice offered={LANGUAGES_OFFERED} back="/account" />
							{mailLanguage !== pageLanguage && (
								<p className="text-sm text-ink-muted">
									{t("language.mails", { language: languageName(mailLanguage, pageLanguage) })}
								</p>
							)}
						</PanelBody>
					</Panel>
				)}
				<SessionsPanel
					sessions={sessions.map(({ client, ...session }) => ({
						...session,
						device: deviceWords(t, readDevice(client)),
					}))}
				/>
			</div>
		</PageFrame>
	);
}

const languageName = (language: Language, reader: Language) =>
	new Intl.DisplayNames(reader, { type: "language" }).of(language) ?? language;

function deviceWords(t: Translator<"account">, device: Device | null) {
	if (device === null) return t("sessions.unknownDevice");
	const { browser, system } = device;
	return system === null ? browser : t("sessions.device", { browser, system });
}
