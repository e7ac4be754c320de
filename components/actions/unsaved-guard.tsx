"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import {
	AlertDialog,
	AlertDialogBody,
	AlertDialogFooter,
	AlertDialogText,
} from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { followedLink, LEAVING } from "./leave-page.ts";

type UnsavedGuardProps = {
	when: boolean;
	/** What is not saved, such as "This workflow". */
	what: string;
};

type Leave = () => void;

/** Asks before a page is left with changes that are not saved, by a link, the browser's buttons or the view switch. */
export function UnsavedGuard({ when, what }: UnsavedGuardProps) {
	const [leave, setLeave] = useState<Leave | null>(null);
	const isLeaving = useRef(false);
	const stayButton = useRef<HTMLButtonElement>(null);
	const router = useRouter();

	useEffect(() => {
		if (!when) return;
		isLeaving.current = false;
		const ask = (event: Event, go: Leave) => {
			if (isLeaving.current) return;
			event.preventDefault();
			event.stopPropagation();
			setLeave(() => go);
		};
		const onClick = (event: MouseEvent) => {
			const href = followedLink(event);
			if (href !== null) ask(event, () => router.push(href));
		};
		const onTraverse = (event: NavigateEvent) => {
			const { key } = event.destination;
			if (event.navigationType === "traverse" && event.cancelable)
				ask(event, () => window.navigation.traverseTo(key));
		};
		const onLeaving = (event: CustomEvent<Leave>) => ask(event, event.detail);
		const onUnload = (event: BeforeUnloadEvent) => {
			if (!isLeaving.current) event.preventDefault();
		};
		const ends = new AbortController();
		const { signal } = ends;
		window.addEventListener("click", onClick, { capture: true, signal });
		window.addEventListener(LEAVING, onLeaving, { signal });
		window.addEventListener("beforeunload", onUnload, { signal });
		window.navigation?.addEventListener("navigate", onTraverse, { signal });
		return () => ends.abort();
	}, [when, router]);

	function goOn() {
		isLeaving.current = true;
		setLeave(null);
		leave?.();
	}

	return (
		<AlertDialog
			open={leave !== null}
			onClose={() => setLeave(null)}
			title="Leave without saving?"
			initialFocus={stayButton}
		>
			<AlertDialogBody>
				<AlertDialogText>
					<p>{what} has changes that are not saved. They are lost when you leave.</p>
				</AlertDialogText>
			</AlertDialogBody>
			<AlertDialogFooter>
				<Button ref={stayButton} onClick={() => setLeave(null)}>
					Keep editing
				</Button>
				<Button look="danger" onClick={goOn}>
					Leave without saving
				</Button>
			</AlertDialogFooter>
		</AlertDialog>
	);
}
