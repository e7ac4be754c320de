"use client";

import { Eye, UserPlus } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { useWish } from "#components/actions/wish.ts";
import { Button } from "#components/ui/button.tsx";
import { INVITE_BUTTON_ID } from "./focus-targets.ts";
import { usePeopleActions } from "./people-actions.tsx";

/** The way to new people, or a word about why there is none. */
export function InviteButton({ mayChange }: { mayChange: boolean }) {
	const t = useTranslations("people");
	const { openDialog } = usePeopleActions();
	useWish("invite-people", () => mayChange && openDialog({ kind: "invite" }));
	return mayChange ? (
		<Button
			id={INVITE_BUTTON_ID}
			look="primary"
			icon={<UserPlus aria-hidden className="size-4" />}
			onClick={() => openDialog({ kind: "invite" })}
		>
			{t("invite.open")}
		</Button>
	) : (
		<p className="flex h-9 items-center gap-1.5 text-sm text-ink-muted">
			<Eye aria-hidden className="size-4" />
			{t("viewOnly")}
		</p>
	);
}
