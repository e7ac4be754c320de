"use client";

import { Ban, Ellipsis, HeartPulse, Pencil, Power, PowerOff, RotateCw, Trash2 } from "lucide-react";
import { buttonStyle } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";
import { Menu, MenuItem, MenuPopup, MenuSeparator, MenuTrigger } from "#components/ui/menu.tsx";
import type { KeySummary } from "#lib/core/keys/key.ts";
import { useActions } from "./key-actions.tsx";

/** Where the focus returns to after a dialog about this key. */
export const keyMenuId = (keyId: string) => `key-menu-${keyId}`;

export function KeyMenu({ apiKey }: { apiKey: KeySummary }) {
	const { openDialog, switchKey, keepAlive } = useActions();
	const isRevoked = apiKey.status === "Revoked";
	const isOff = apiKey.status === "Inactive";
	return (
		<Menu>
			<MenuTrigger
				id={keyMenuId(apiKey.id)}
				aria-label={`Actions for ${apiKey.title}`}
				className={cn(buttonStyle({ look: "quiet", size: "icon" }), "md:-my-1 any-pointer-coarse:size-10")}
			>
				<Ellipsis aria-hidden className="size-4" />
			</MenuTrigger>
			<MenuPopup>
				{!isRevoked && (
					<>
						<MenuItem icon={<Pencil />} onClick={() => openDialog({ kind: "edit", apiKey })}>
							Edit
						</MenuItem>
						<MenuItem icon={isOff ? <Power /> : <PowerOff />} onClick={() => switchKey(apiKey, isOff)}>
							{isOff ? "Switch on" : "Switch off"}
						</MenuItem>
						<MenuItem icon={<RotateCw />} onClick={() => openDialog({ kind: "rotate", apiKey })}>
							Rotate…
						</MenuItem>
						{apiKey.deletesAt && (
							<MenuItem icon={<HeartPulse />} onClick={() => keepAlive(apiKey.id)}>
								Keep alive
							</MenuItem>
						)}
						<MenuSeparator />
						<MenuItem grave icon={<Ban />} onClick={() => openDialog({ kind: "revoke", apiKey })}>
							Revoke…
						</MenuItem>
					</>
				)}
				<MenuItem grave icon={<Trash2 />} onClick={() => openDialog({ kind: "delete", apiKey })}>
					Delete…
				</MenuItem>
			</MenuPopup>
		</Menu>
	);
}
