"use client";

import { Eye, Plus } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { useWish } from "#components/actions/wish.ts";
import { Button } from "#components/ui/button.tsx";
import { CREATE_LOCATION_ID } from "./focus-targets.ts";
import { useLocationActions } from "./location-actions.tsx";

/** The way to a new location, or a word about why there is none. */
export function CreateLocationButton({ mayChange }: { mayChange: boolean }) {
	const t = useTranslations("locations");
	const { openDialog } = useLocationActions();
	useWish("create-location", () => mayChange && openDialog({ kind: "create" }));
	return mayChange ? (
		<Button
			id={CREATE_LOCATION_ID}
			look="primary"
			icon={<Plus aria-hidden className="size-4" />}
			onClick={() => openDialog({ kind: "create" })}
		>
			{t("create.title")}
		</Button>
	) : (
		<p className="flex h-9 items-center gap-1.5 text-sm text-ink-muted">
			<Eye aria-hidden className="size-4" />
			{t("viewOnly")}
		</p>
	);
}
