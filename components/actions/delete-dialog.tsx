"use client";

import { usePathname, useRouter } from "next/navigation";
import { type ReactNode, useRef } from "react";
import { useTranslations } from "use-intl/react";
import { useToasts } from "#components/ui/toast.tsx";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { type Action, useAction } from "./use-action.ts";
import type { DialogState } from "./use-dialog-request.ts";

type DeleteDialogProps = DialogState & {
	title: string;
	/** What is to be deleted. */
	name: string;
	button: string;
	action: Action<unknown>;
	/** What the action is told. */
	input: object;
	/** The list to go back to from other pages; without it the page stays. */
	listHref?: string;
	/** Where the focus goes when it is gone. */
	heading: () => HTMLElement | null;
	/** Where the focus goes when it is still there; else to the heading. */
	opener: () => HTMLElement | null;
	choice?: ReactNode;
	/** What goes with it. */
	children: ReactNode;
};

/** Says what goes before it goes, and leads to what is left. */
export function DeleteDialog(props: DeleteDialogProps) {
	const { title, name, button, action, input, listHref, heading, opener, choice, children, ...state } = props;
	const t = useTranslations("ui");
	const { tellDone } = useToasts();
	const remove = useAction(action);
	const isGone = useRef(false);
	const router = useRouter();
	const pathname = usePathname();

	const submit = () =>
		remove.run(input, ({ message }) => {
			isGone.current = true;
			tellDone(message);
			state.onClose();
			if (listHref === pathname) router.refresh();
			else if (listHref !== undefined) router.replace(listHref);
		});

	return (
		<ConfirmDialog
			{...state}
			title={title}
			choice={choice}
			button={{ text: button, pendingText: t("deleting"), look: "danger" }}
			pending={remove.pending}
			refusal={remove.refusal}
			onConfirm={submit}
			finalFocus={() => (isGone.current ? null : opener()) ?? heading()}
		>
			<p className="font-medium wrap-anywhere text-ink">
				<bdi>{name}</bdi>
			</p>
			{children}
		</ConfirmDialog>
	);
}
