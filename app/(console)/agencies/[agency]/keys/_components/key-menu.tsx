"use client";

import { Ban, Ellipsis, HeartPulse, Pencil, Power, PowerOff, RotateCw, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { buttonStyle } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";
import { Menu, MenuItem, MenuPopup, MenuSeparator, MenuTrigger } from "#components/ui/menu.tsx";
import type { KeySummary } from "#lib/core/keys/key.ts";
import { keyMenuId } from "./focus-targets.ts";
import { useActions } from "./key-actions.tsx";

export function KeyMenu({ apiKey }: { apiKey: KeySummary }) {
	const { openDialog, switchKey, keepAlive } = useActions();
	const t = useTranslations("apiKey.menu");
	const tUi = useTranslations("ui");
	const isRevoked = apiKey.status === "Revoked";
	const isOff = apiKey.status === "Inactive";
	return (
		<Menu>
			<MenuTrigger
				id={keyMenuId(apiKey.id)}
				aria-label={tUi("actionsFor", { name: apiKey.title })}
				className={cn(buttonStyle({ look: "quiet", size: "icon" }), "md:-my-1 any-pointer-coarse:size-10")}
			>
				<Ellipsis aria-hidden className="size-4" />
			</MenuTrigger>
			<MenuPopup>
				{!isRevoked && (
					<>
						<MenuItem icon={<Pencil />} onClick={() => openDialog({ kind: "edit", apiKey })}>
							{t("edit")}
						</MenuItem>
						<MenuItem icon={isOff ? <Power /> : <PowerOff />} onClick={() => switchKey(apiKey, isOff)}>
							{t(isOff ? "switchOn" : "switchOff")}
						</MenuItem>
						<MenuItem icon={<RotateCw />} onClick={() => openDialog({ kind: "rotate", apiKey })}>
							{t("rotate")}
						</MenuItem>
						{apiKey.deletesAt && (
							<MenuItem icon={<HeartPulse />} onClick={() => keepAlive(apiKey.id)}>
								{t("keepAlive")}
							</MenuItem>
						)}
						<MenuSeparator />
						<MenuItem grave icon={<Ban />} onClick={() => openDialog({ kind: "revoke", apiKey })}>
							{t("revoke")}
						</MenuItem>
					</>
				)}
				<MenuItem grave icon={<Trash2 />} onClick={() => openDialog({ kind: "delete", apiKey })}>
					{t("delete")}
				</MenuItem>
			</MenuPopup>
		</Menu>
	);
}
