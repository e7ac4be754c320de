"use client";

import { useRef } from "react";
import {
	AlertDialog,
	AlertDialogBody,
	AlertDialogFooter,
	AlertDialogText,
} from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";

export type LeaveWords = { title: string; text: string; stay: string; leave: string };

type LeaveQuestionProps = { open: boolean; words: LeaveWords; onStay: () => void; onLeave: () => void };

/** Whether to leave the page and lose what is not saved. */
export function LeaveQuestion({ open, words, onStay, onLeave }: LeaveQuestionProps) {
	const stayButton = useRef<HTMLButtonElement>(null);
	return (
		<AlertDialog open={open} onClose={onStay} title={words.title} initialFocus={stayButton}>
			<AlertDialogBody>
				<AlertDialogText>
					<p>{words.text}</p>
				</AlertDialogText>
			</AlertDialogBody>
			<AlertDialogFooter>
				<Button ref={stayButton} onClick={onStay}>
					{words.stay}
				</Button>
				<Button look="danger" onClick={onLeave}>
					{words.leave}
				</Button>
			</AlertDialogFooter>
		</AlertDialog>
	);
}
