import { Ban, CircleCheck, CirclePause, ClockAlert } from "lucide-react";
import { Avatar } from "#components/ui/avatar.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { SampleRow } from "./shown.tsx";

const LONG =
	"Three hooks of the booking calendar, two of the mailing and everything else that has ever been asked of it";

export const StatusSamples = () => (
	<>
		<SampleRow>
			<Badge tone="good" icon={<CircleCheck aria-hidden />}>
				Active
			</Badge>
			<Badge tone="warn" icon={<ClockAlert aria-hidden />}>
				Expired
			</Badge>
			<Badge tone="bad" icon={<Ban aria-hidden />}>
				Revoked
			</Badge>
			<Badge tone="plain" icon={<CirclePause aria-hidden />}>
				Inactive
			</Badge>
			<Badge tone="plain">No shape, where no state is told</Badge>
		</SampleRow>
		<SampleRow>
			<Avatar name="Ada Lovelace" />
			<Spinner className="size-4 text-ink-muted" />
			<span className="text-sm">
				Used <RelativeTime value="2026-11-01T10:00:00.000Z" />, or <RelativeTime value={null} />
			</span>
		</SampleRow>
		<div className="space-y-3">
			<Notice look="note">This agency lets only its owner do that.</Notice>
			<Notice look="warn">The older secret still works until tomorrow. {LONG}.</Notice>
			<Notice look="bad">The key was not saved: another person changed it meanwhile.</Notice>
		</div>
	</>
);
