"use client";

import { usePathname, useRouter } from "next/navigation";
import { useRef } from "react";
import { useAction } from "#components/actions/use-action.ts";
import {
	AlertDialog,
	AlertDialogBody,
	AlertDialogFooter,
	AlertDialogText,
} from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import { deleteLinkAction } from "../actions.ts";
import type { LinkDialogProps } from "./link-actions.tsx";
import { linkMenuOrHeading, linksHeading, linksHref } from "./places.ts";

/** Says what stops before it stops. */
export function DeleteLinkDialog({ place, link, open, onClose, onClosed }: LinkDialogProps) {
	const { tellDone } = useToasts();
	const remove = useAction((input) => deleteLinkAction(place, input));
	const cancelButton = useRef<HTMLButtonElement>(null);
	const isGone = useRef(false);
	const router = useRouter();
	const isOnList = usePathname() === linksHref(place);

	const submit = () =>
		remove.run({ linkId: link.id }, ({ message }) => {
			isGone.current = true;
			tellDone(message);
			onClose();
			if (isOnList) router.refresh();
			else router.replace(linksHref(place));
		});

	return (
		<AlertDialog
			open={open}
			onClose={onClose}
			onClosed={onClosed}
			title="Delete this trigger link?"
			initialFocus={cancelButton}
			finalFocus={() => (isGone.current ? linksHeading() : linkMenuOrHeading(link.id))}
		>
			<AlertDialogBody>
				<AlertDialogText>
					<p className="font-medium wrap-anywhere text-ink">
						<bdi>{link.name}</bdi>
					</p>
					<p>
						Whoever opens its address finds nothing any more, also from messages that were sent before, and
						the log of its {link.clicks.toLocaleString("en")} {link.clicks === 1 ? "click" : "clicks"} is
						gone. This cannot be undone.
					</p>
				</AlertDialogText>
				{remove.refusal && (
					<Notice look="bad" alert>
						{remove.refusal.message}
					</Notice>
				)}
			</AlertDialogBody>
			<AlertDialogFooter>
				<Button ref={cancelButton} onClick={onClose}>
					Cancel
				</Button>
				<Button look="danger" pending={remove.pending} onClick={submit}>
					{remove.pending ? "Deleting…" : "Delete trigger link"}
				</Button>
			</AlertDialogFooter>
		</AlertDialog>
	);
}
