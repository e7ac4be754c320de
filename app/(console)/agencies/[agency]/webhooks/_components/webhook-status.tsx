"use client";

import { CircleCheck, CirclePause, CircleX, Clock, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { Badge, type Tone } from "#components/ui/badge.tsx";
import type { DeliveryState } from "#lib/core/webhook-log.ts";
import type { WebhookSummary } from "#lib/core/webhooks.ts";

export function WebhookStatus({ webhook }: { webhook: Pick<WebhookSummary, "enabled" | "isFailing"> }) {
	const t = useTranslations("webhooks");
	if (!webhook.enabled) {
		return (
			<Badge tone="plain" icon={<CirclePause aria-hidden />}>
				{t("off")}
			</Badge>
		);
	}
	return webhook.isFailing ? (
		<Badge tone="bad" icon={<TriangleAlert aria-hidden />}>
			{t("failing")}
		</Badge>
	) : (
		<Badge tone="good" icon={<CircleCheck aria-hidden />}>
			{t("on")}
		</Badge>
	);
}

const LOOKS: Record<DeliveryState, { tone: Tone; icon: ReactNode }> = {
	pending: { tone: "warn", icon: <Clock aria-hidden /> },
	delivered: { tone: "good", icon: <CircleCheck aria-hidden /> },
	parked: { tone: "bad", icon: <CircleX aria-hidden /> },
};

export function DeliveryStatus({ state }: { state: DeliveryState }) {
	const t = useTranslations("webhooks.states");
	return <Badge {...LOOKS[state]}>{t(state)}</Badge>;
}
