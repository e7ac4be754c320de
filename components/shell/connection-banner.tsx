"use client";

import { CircleCheck, RotateCw, ServerOff, WifiOff } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl/react";
import { tellConnection, useConnection, useIsOffline } from "#components/actions/connection.ts";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";

const ASK_MS = 4_000;
const ANSWER_MS_MAX = 3_000;
const BACK_MS = 6_000;
const ADDRESS = "/api/health/live";

const LOOKS = {
	offline: { icon: WifiOff, style: "bg-warn-soft border-warn-edge" },
	unreached: { icon: ServerOff, style: "bg-warn-soft border-warn-edge" },
	outdated: { icon: RotateCw, style: "bg-accent-soft border-accent-edge" },
	back: { icon: CircleCheck, style: "bg-good-soft border-line" },
} as const;

/** Says that the page has lost its server, or is older than it, and when that is over. */
export function ConnectionBanner() {
	const t = useTranslations("shell.connection");
	const news = useNews();
	const look = news && LOOKS[news];
	return (
		<div role="status" className="sticky top-0 z-30">
			{news && look && (
				<div className={cn("border-b", look.style)}>
					<div className="mx-auto flex max-w-screen-2xl flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 text-sm sm:px-6">
						<look.icon aria-hidden className="size-4 shrink-0" />
						<p className="min-w-0 flex-1 basis-48">{t(news)}</p>
						{news === "outdated" && (
							<Button size="small" onClick={() => location.reload()}>
								{t("reload")}
							</Button>
						)}
					</div>
				</div>
			)}
		</div>
	);
}

function useNews(): keyof typeof LOOKS | null {
	const connection = useConnection();
	const isOffline = useIsOffline();
	const isAway = connection === "unreached";
	const [wasAway, setWasAway] = useState(false);
	if (isAway && !wasAway) setWasAway(true);

	useEffect(() => {
		// A server on the same machine answers without any network.
		if (isOffline) void askServer();
	}, [isOffline]);

	useEffect(() => {
		if (!isAway) return;
		if (!isOffline) void askServer();
		const timer = setInterval(askServer, ASK_MS);
		return () => clearInterval(timer);
	}, [isAway, isOffline]);

	useEffect(() => {
		if (isAway || !wasAway) return;
		const timer = setTimeout(() => setWasAway(false), BACK_MS);
		return () => clearTimeout(timer);
	}, [isAway, wasAway]);

	if (isAway) return isOffline ? "offline" : "unreached";
	if (connection === "outdated") return "outdated";
	return wasAway ? "back" : null;
}

async function askServer() {
	const options = { signal: AbortSignal.timeout(ANSWER_MS_MAX), cache: "no-store" } as const;
	const answer = await fetch(ADDRESS, options).catch(() => null);
	tellConnection(answer?.ok ? "reached" : "unreached");
}
