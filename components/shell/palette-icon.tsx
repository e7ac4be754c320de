import {
	Bell,
	BookOpen,
	Building2,
	CircleUser,
	Clock,
	Contact,
	FileText,
	Keyboard,
	KeyRound,
	Link2,
	LogOut,
	type LucideIcon,
	MapPin,
	MapPinPlus,
	Monitor,
	Moon,
	PanelsTopLeft,
	Plus,
	Sun,
	User,
	UserPlus,
	Workflow,
} from "lucide-react";

const ICONS = new Map<string, LucideIcon>(
	Object.entries({
		page: PanelsTopLeft,
		agency: Building2,
		location: MapPin,
		key: KeyRound,
		person: User,
		contact: Contact,
		form: FileText,
		link: Link2,
		workflow: Workflow,
		createKey: Plus,
		createLocation: MapPinPlus,
		invite: UserPlus,
		account: CircleUser,
		notifications: Bell,
		light: Sun,
		dark: Moon,
		system: Monitor,
		developers: BookOpen,
		shortcuts: Keyboard,
		exactTimes: Clock,
		signOut: LogOut,
	}),
);

/** Decoration: the group's heading says what it is. */
export function PaletteIcon({ kind }: { kind: string }) {
	const Icon = ICONS.get(kind) ?? PanelsTopLeft;
	return <Icon aria-hidden className="size-4 shrink-0 text-ink-muted" />;
}
