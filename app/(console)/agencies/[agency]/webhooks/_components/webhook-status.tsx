import { CircleCheck, CirclePause, CircleX, Clock, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Badge, type Tone } from "#components/ui/badge.tsx";
import type { DeliveryState, WebhookSummary } from "#lib/core/webhooks.ts";

export function WebhookStatus({ webhook }: { webhook: Pick<WebhookSummary, "enabled" | "isFailing"> }) {
	if (!webhook.enabled) {
		return (
			<Badge tone="plain" icon={<CirclePause aria-hidden />}>
				Off
			</Badge>
		);
	}
	return webhook.isFailing ? (
		<Badge tone="bad" icon={<TriangleAlert aria-hidden />}>
			Failing
		</Badge>
	) : (
		<Badge tone="good" icon={<CircleCheck aria-hidden />}>
			On
		</Badge>
	);
}

export const STATE_WORDS: Record<DeliveryState, string> = {
	pending: "Pending",
	delivered: "Delivered",
	parked: "Parked",
};

const LOOKS: Record<DeliveryState, { tone: Tone; icon: ReactNode }> = {
	pending: { tone: "warn", icon: <Clock aria-hidden /> },
	delivered: { tone: "good", icon: <CircleCheck aria-hidden /> },
	parked: { tone: "bad", icon: <CircleX aria-hidden /> },
};

export const DeliveryStatus = ({ state }: { state: DeliveryState }) => (
	<Badge {...LOOKS[state]}>{STATE_WORDS[state]}</Badge>
);
