import Link from "next/link";
import type { PersonRole } from "#lib/core/permissions.ts";
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

export const ConsoleHeader = ({ person, places, notifications }: ConsoleHeaderProps) => (
	<header className="border-b border-line bg-surface">
		<div className="mx-auto flex h-14 max-w-screen-2xl items-center gap-2 px-4 sm:gap-3 sm:px-6">
			<Link
				href="/"
				aria-label="Latchkey, to your first view"
				className="rounded-md max-sm:[&_span>span]:sr-only"
			>
				<Logo />
			</Link>
			{places.length > 0 && (
				<>
					<span aria-hidden className="h-5 w-px rotate-12 bg-line-strong" />
					<ViewSwitch places={places} />
				</>
			)}
			<div className="flex-1" />
			<NotificationBell told={notifications} />
			<UserMenu person={person} places={places} />
		</div>
		<SectionNav places={places} />
	</header>
);
