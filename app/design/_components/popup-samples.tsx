"use client";

import { Ellipsis, RotateCw, Trash2 } from "lucide-react";
import { Button, buttonStyle } from "#components/ui/button.tsx";
import { Menu, MenuItem, MenuPopup, MenuSeparator, MenuTrigger } from "#components/ui/menu.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import { Tooltip } from "#components/ui/tooltip.tsx";
import { DialogSamples } from "./dialog-samples.tsx";
import { SampleRow } from "./shown.tsx";

const nothing = () => undefined;

/** Opened, they lie on the page, in the page's own light or dark. */
export function PopupSamples() {
	const { tellDone, tellWarning, tellFailure } = useToasts();
	return (
		<>
			<SampleRow>
				<Menu>
					<MenuTrigger className={buttonStyle()}>Menu</MenuTrigger>
					<MenuPopup>
						<MenuItem icon={<RotateCw />}>Rotate</MenuItem>
						<MenuItem disabled>Disabled</MenuItem>
						<MenuSeparator />
						<MenuItem icon={<Trash2 />} grave>
							Delete
						</MenuItem>
					</MenuPopup>
				</Menu>
				<Tooltip text="More">
					<Button size="icon" aria-label="More">
						<Ellipsis aria-hidden className="size-4" />
					</Button>
				</Tooltip>
				<Popover trigger="3 scopes" title="Scopes">
					contacts:read, contacts:write, forms:read
				</Popover>
			</SampleRow>
			<SampleRow>
				<Button onClick={() => tellDone("Deleted", { undo: { label: "Undo", onClick: nothing } })}>
					Done
				</Button>
				<Button onClick={() => tellWarning("Switched off", { text: "One process does not know yet." })}>
					Warning
				</Button>
				<Button onClick={() => tellFailure("The key was not saved.")}>Failure</Button>
			</SampleRow>
			<DialogSamples />
		</>
	);
}
