import Link from "next/link";
import { textsOf } from "#components/texts/texts-of.ts";
import { TimeHints } from "#components/ui/time-hints.tsx";
import type { PersonRole } from "#lib/core/permissions.ts";
import { ConsoleCommands, PaletteButton } from "./console-commands.tsx";
import { Logo } from "./logo.tsx";
import { NotificationBell } from "./notification-bell.tsx";
import { SectionNav } from "./section-nav.tsx";
import type { Told } from "./use-unread.ts";
import { UserMenu } from "./user-menu.tsx";
import { ViewSwitch } from "./view-switch.tsx";

export type HeaderPlace = {
	agency: { slug: string; name: string };
	role: PersonRole | null;
	locations: { slug: string; name: string; role: PersonRole }[];
};

type ConsoleHeaderProps = {
	person: { name: string; email: string };
	places: HeaderPlace[];
	notifications: Told;
};

export async function ConsoleHeader({ person, places, notifications }: ConsoleHeaderProps) {
	const t = await textsOf("shell");
	return (
		<ConsoleCommands person={person} places={places}>
			<TimeHints />
			<header className="border-b border-line bg-surface">
				<div className="mx-auto flex h-14 max-w-screen-2xl items-center gap-2 px-4 sm:gap-3 sm:px-6">
					<Link href="/" aria-label={t("home")} className="rounded-md max-sm:[&_span>span]:sr-only">
						<Logo />
					</Link>
					{places.length > 0 && (
						<>
							<span aria-hidden className="h-5 w-px rotate-12 bg-line-strong max-sm:hidden" />
							<ViewSwitch places={places} />
						</>
					)}
					<div className="flex-1" />
					<PaletteButton />
					<NotificationBell told={notifications} />
					<UserMenu person={person} places={places} />
				</div>
				<SectionNav places={places} />
			</header>
		</ConsoleCommands>
	);
}
