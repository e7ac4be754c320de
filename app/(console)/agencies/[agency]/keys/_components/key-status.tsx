"use client";

import { Ban, CircleCheck, CirclePause, ClockAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { Badge, type Tone } from "#components/ui/badge.tsx";
import type { KeyStatus as Status } from "#lib/core/keys/key.ts";

const LOOKS: Record<Status, { tone: Tone; icon: ReactNode }> = {
	Active: { tone: "good", icon: <CircleCheck aria-hidden /> },
	Inactive: { tone: "plain", icon: <CirclePause aria-hidden /> },
	Expired: { tone: "warn", icon: <ClockAlert aria-hidden /> },
	Revoked: { tone: "bad", icon: <Ban aria-hidden /> },
};

export function KeyStatus({ status }: { status: Status }) {
	const t = useTranslations("words.status");
	return <Badge {...LOOKS[status]}>{t(status)}</Badge>;
}
