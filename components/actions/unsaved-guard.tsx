"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { useOnceTrue } from "#components/ui/use-once-true.ts";
import { followedLink, LEAVING } from "./leave-page.ts";
import type { LeaveWords } from "./leave-question.tsx";

const loadQuestion = () => import("./leave-question.tsx").then((module) => module.LeaveQuestion);
const LeaveQuestion = dynamic(loadQuestion, { ssr: false });

type UnsavedGuardProps = {
	when: boolean;
} & (
	| {
			/** What is not saved, such as "This workflow". */
			what: string;
			words?: never;
	  }
	| {
			/** What is lost when it is not a form. */
			words: LeaveWords;
			what?: never;
	  }
);

type Leave = () => void;

/** Asks before a page is left with changes that are not saved, by a link, the browser's buttons or the view switch. */
export function UnsavedGuard({ when, what, words }: UnsavedGuardProps) {
	const t = useTranslations("ui.unsaved");
	const said = words ?? {
		title: t("title"),
		text: t("text", { what }),
		stay: t("stay"),
		leave: t("leave"),
	};
	const [leave, setLeave] = useState<Leave | null>(null);
	const isLeaving = useRef(false);
	const isWanted = useOnceTrue(leave !== null);
	const router = useRouter();

	useEffect(() => {
		if (!when) return;
		// Whoever leaves may be offline by then.
		void loadQuestion();
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
		isWanted && (
			<LeaveQuestion open={leave !== null} words={said} onStay={() => setLeave(null)} onLeave={goOn} />
		)
	);
}
