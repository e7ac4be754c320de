"use client";

import { RotateCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";

/** Looks again: runs go on while somebody reads of them. */
export function RefreshButton() {
	const t = useTranslations("workflows");
	const router = useRouter();
	const [pending, startTransition] = useTransition();
	return (
		<Button
			look="quiet"
			pending={pending}
			icon={<RotateCw aria-hidden className="size-4" />}
			onClick={() => startTransition(() => router.refresh())}
		>
			{t("refresh")}
		</Button>
	);
}
